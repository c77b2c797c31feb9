import type { HumanCommand } from '../../../domain/case/commands.js';
import { disagreementsOf } from '../../../domain/controls/register/disagreements.js';
import { say } from '../../../domain/say.js';
import { decide, doAll } from '../../support/domain/acts.js';
import { as, type Book } from '../../support/domain/book.js';
import { breachesOf } from '../../support/domain/oracle.js';
import { atWork, formOf, supplied } from '../../support/domain/wayToWork.js';

type Form = Extract<HumanCommand, { type: 'SubmitEvidence' }>['form'];

const BOTH = ['ada/github:meridian/eta-model', 'nina/github:meridian/eta-model'];
const contact = as('vendor-contact');
const listed = formOf('DC-5').tools as Form[];
const allowed = formOf('IP-7').allowedTools as Form[];

const lists = (tools: Form[]) => supplied('DC-5', contact, { ...formOf('DC-5'), tools });
const allows = (allowedTools: Form[]) => supplied('IP-7', contact, { ...formOf('IP-7'), allowedTools });
const asked = (book: Book): string[] =>
  Object.values(book.state.approvals).flatMap(({ id, status }) => (status === 'asked' ? [id] : []));
/** Who holds access, which gates are asked, and whether anything was taken away since. */
const seen = (book: Book, mark: number) => [
  [...book.provider].sort(),
  asked(book),
  book.since(mark, 'AccessEnded', 'ApprovalVoided', 'StageReopened').length,
];

const REVIEWER: Form = { ...listed[0], tool: 'Reviewer', use: 'review-or-test' };

test('given the examples, then all their answers agree', () => {
  expect(disagreementsOf(atWork().state)).toEqual([]);
});

test('given a tool that the contract does not allow, when it is listed, then its list waits, nobody loses access, and its sender is told what to change', () => {
  const book = atWork();
  const mark = book.mark;
  const told = book.act(contact, {
    type: 'SubmitEvidence',
    control: 'DC-5',
    form: { ...formOf('DC-5'), tools: [...listed, REVIEWER] },
  });
  expect(told).toMatchObject({
    status: 'recorded',
    notes: [say('controls.waits', { key: 'DC-5' }), say('register.tool-forbidden', { tool: 'Reviewer' })],
  });
  book.after(1);
  expect(seen(book, mark)).toEqual([BOTH, [], 0]);

  // The contract allows it first; then its list is ready to be decided.
  doAll(book, [allows([...allowed, { tool: 'Reviewer' }])]);
  expect(seen(book, mark)).toEqual([BOTH, ['gate:contract'], 0]);
  doAll(book, [decide(as('legal'), 'gate:contract')]);
  expect(seen(book, mark)).toEqual([BOTH, ['gate:attestation'], 0]);
  doAll(book, [decide(as('security'), 'gate:attestation')]);
  book.after(1);
  expect(seen(book, mark)).toEqual([BOTH, [], 0]);
  expect([disagreementsOf(book.state), breachesOf(book.rows)]).toEqual([[], []]);
});

test('given a tool in use, when the contract is to allow it no more, then that waits until the tool is listed no more', () => {
  const book = atWork();
  const mark = book.mark;
  doAll(book, [allows(allowed.slice(0, 1))]);
  book.after(1);
  expect(seen(book, mark)).toEqual([BOTH, [], 0]);
  // A model that IP-4 says the work builds on stays on the list, so that goes first.
  doAll(book, [supplied('IP-4', contact, { ...formOf('IP-4'), uses: [] }), decide(as('legal'), 'gate:contract')]);
  doAll(book, [lists(listed.slice(0, 1)), decide(as('security'), 'gate:attestation')]);
  expect(seen(book, mark)).toEqual([BOTH, ['gate:contract'], 0]);
  doAll(book, [decide(as('legal'), 'gate:contract')]);
  book.after(1);
  expect([seen(book, mark), disagreementsOf(book.state)]).toEqual([[BOTH, [], 0], []]);
});

test('given answers that agree, when one of them stands on an answer that is refused, then that acts at once', () => {
  const book = atWork();
  doAll(book, [lists([...listed, { ...REVIEWER, noTraining: false }])]);
  book.after(1);
  expect([...book.provider]).toEqual([]);
});

test('given somebody new from a country that is not declared, then nobody else loses access', () => {
  const book = atWork();
  const mark = book.mark;
  book.act(contact, {
    type: 'ProposePerson',
    person: 'iga',
    employer: 'Bałtyk AI',
    country: 'ES',
    jobRole: 'ML engineer',
    needs: [{ resource: 'github:meridian/eta-model', profile: 'contributor', task: 'Builds features' }],
  });
  book.after(1);
  expect(disagreementsOf(book.state)).toEqual([
    {
      said: say('register.person-elsewhere', { person: 'iga', country: 'ES', company: 'Bałtyk AI' }),
      answers: [
        { from: 'roster', answer: 'iga' },
        { from: 'IP-6', answer: 'countries' },
      ],
      person: 'iga',
    },
  ]);
  expect(seen(book, mark)).toEqual([BOTH, [], 0]);
});
