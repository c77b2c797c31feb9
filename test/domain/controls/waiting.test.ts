import { say } from '../../../domain/say.js';
import { registerView } from '../../../presentation/views/register.js';
import { doAll } from '../../support/domain/acts.js';
import { as, type Book } from '../../support/domain/book.js';
import { atWork, formOf, supplied } from '../../support/domain/wayToWork.js';

const contact = as('vendor-contact');
const BOTH = ['ada/github:meridian/eta-model', 'nina/github:meridian/eta-model'];
const NIMBUS = {
  company: 'Nimbus',
  country: 'DE',
  task: 'Hosts the tests',
  approvedBy: 'legal',
  approvedOn: '2026-08-20',
};
const declared = { ...formOf('IP-6'), subcontractors: [NIMBUS] };

const told = (book: Book, by: typeof contact) => {
  const outcome = book.act(by, { type: 'SubmitEvidence', control: 'IP-6', form: declared });
  return outcome.status === 'recorded' ? outcome.notes : outcome;
};
const tasks = (book: Book) =>
  Object.values(book.state.tasks)
    .filter(({ id }) => /^(waits|disclosed):/.test(id))
    .map(({ id, role, assignees }) => [id, role, [...assignees].sort()]);

test('given a new subcontractor whom nobody has screened, when the vendor declares it, then everybody concerned learns what it waits for', () => {
  const book = atWork();
  expect(told(book, contact)).toEqual([say('controls.waits', { key: 'IP-6' }), say('controls.waits-for-client')]);
  expect(registerView(book.state, book.now).waiting).toEqual([
    {
      key: 'IP-6',
      disagreements: [],
      heldBackBy: [{ control: 'SC-1', misses: [expect.stringContaining('Nimbus')] }],
    },
  ]);
  expect(tasks(book)).toEqual([
    ['waits:IP-6:SC-1', 'procurement', ['procurement']],
    ['disclosed:IP-6', 'privacy', ['privacy', 'security']],
  ]);
  book.after(1);
  expect([...book.provider].sort()).toEqual(BOTH);

  // Screened, it is ready for its gate, and nobody is asked for anything else.
  const screening = formOf('SC-1') as { vendor: object };
  doAll(book, [
    supplied('SC-1', as('procurement'), {
      ...screening,
      subcontractors: [{ company: 'Nimbus', ...screening.vendor }],
    }),
  ]);
  expect([registerView(book.state, book.now).waiting, tasks(book).map(([id]) => id)]).toEqual([
    [{ key: 'IP-6', disagreements: [], heldBackBy: [] }],
    ['disclosed:IP-6'],
  ]);
});

test('given a new subcontractor, when somebody of the client declares it, then they are told which control it waits for', () => {
  expect(told(atWork(), as('procurement'))).toEqual([
    say('controls.waits', { key: 'IP-6' }),
    say('controls.waits-for', { control: 'SC-1', missing: say('SC-1.subcontractor-missing', { company: 'Nimbus' }) }),
  ]);
});
