import { awaitedUserEntityControls } from '../../domain/controls/awaitedControls.js';
import { decide, doAll, paper } from '../support/domain/acts.js';
import { as, Book } from '../support/domain/book.js';
import { fragment } from '../support/domain/fragments.js';
import { CONTRACT, EVALUATION, supplied } from '../support/domain/wayToWork.js';

const controls = [
  { id: 'CUEC-1', what: 'Leavers are reported within a day.', owner: 'engineering-manager' },
  { id: 'CUEC-2', what: 'Logs are reviewed each week.', owner: 'security' },
];
const report = {
  paper: 'soc2',
  reportType: 'type-2',
  criteria: ['security'],
  periodStart: '2025-07-01',
  periodEnd: '2026-06-30',
  firstReport: false,
  reportDate: '2026-08-10',
  coversService: true,
  opinion: 'unqualified',
  exceptions: [],
  auditor: 'Sandberg & Cole CPA',
  auditorIsCpaFirm: true,
  userEntityControls: controls,
};
const supply = (form: object = report) => supplied('SA-1', as('vendor-contact'), form);

function reported(): Book {
  const book = doAll(new Book(), [
    ...EVALUATION,
    ...CONTRACT,
    ...fragment('client-controls.yaml'),
    ...paper('soc2', 'attestation-report', []),
  ]);
  return doAll(book, [supply()]);
}
const confirm = (book: Book, by: Parameters<typeof as>[0], id: string) => {
  const outcome = book.act(as(by), { type: 'ConfirmUserEntityControl', id, evidence: 'https://wiki.example/joiners' });
  return outcome.status === 'refused' ? outcome.code : outcome.events;
};
const tasks = (book: Book) =>
  Object.values(book.state.tasks).flatMap((t) => (t.id.startsWith('user-entity:') ? [`${t.id} ${t.assignees}`] : []));
const gate = (book: Book) => book.state.approvals['gate:attestation']?.status;

describe('controls that a SOC 2 report leaves to the client', () => {
  test('given a report that names two, then each is a task of its owner, only the owner confirms it, and the gate waits for both', () => {
    const book = reported();
    expect([tasks(book), gate(book)]).toEqual([
      ['user-entity:CUEC-1 engineering-manager', 'user-entity:CUEC-2 security'],
      undefined,
    ]);
    expect([
      confirm(book, 'security', 'CUEC-1'),
      confirm(book, 'vendor-contact', 'CUEC-1'),
      confirm(book, 'engineering-manager', 'CUEC-9'),
      confirm(book, 'engineering-manager', 'CUEC-1'),
    ]).toEqual(['NotYourRole', 'NotYourRole', 'UnknownControl', ['UserEntityControlConfirmed']]);
    expect([tasks(book), gate(book)]).toEqual([['user-entity:CUEC-2 security'], undefined]);
    confirm(book, 'security', 'CUEC-2');
    expect([tasks(book), gate(book), awaitedUserEntityControls(book.state, book.now)]).toEqual([[], 'asked', []]);
  });

  test('given another report that asks for something else under the same number, then it is asked for again', () => {
    const book = reported();
    confirm(book, 'engineering-manager', 'CUEC-1');
    confirm(book, 'security', 'CUEC-2');
    const act = decide(as('security'), 'gate:attestation');
    book.act(act.by, act.command(book));
    const [first, second] = controls;
    doAll(book, [
      supply({ ...report, userEntityControls: [{ ...first, what: 'Leavers are reported at once.' }, second] }),
    ]);
    expect(tasks(book)).toEqual(['user-entity:CUEC-1 engineering-manager']);
  });
});
