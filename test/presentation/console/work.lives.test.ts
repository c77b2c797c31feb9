import type { Role } from '../../../domain/case/roles.js';
import { views } from '../../../domain/decider/views.js';
import { comingUp } from '../../../presentation/console/comingUp.js';
import { byUrgency, workInCase } from '../../../presentation/console/work.js';
import { doAll, paper } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { fragment } from '../../support/domain/fragments.js';

/** What everybody has to do, by task: what it takes, how long, where, and the act. */
const workIn = ({ state, now }: Book) =>
  Object.fromEntries(
    workInCase(state, views(state).tasks, now).map(({ taskId, kind, minutes, to, action, others }) => [
      taskId,
      [kind, minutes, to, action?.do, ...others],
    ]),
  );

test('given a case that has just been opened, then forms are counted by their questions, and several have a page of their own', () => {
  expect(workIn(new Book())).toEqual({
    'supply:evaluate:procurement': ['fill-in', 43, '/tasks/c-test/supply%3Aevaluate%3Aprocurement', undefined],
    'supply:evaluate:security': ['fill-in', 5, '/cases/c-test/form/PE-3', 'SubmitEvidence'],
    'item:ON-1': ['fill-in', 3, '/cases/c-test/form/ON-1', 'SubmitEvidence'],
    'item:KT-3': ['fill-in', 4, '/cases/c-test/form/KT-3', 'SubmitEvidence'],
  });
});

test('given a gate that is asked for and a paper that was sent, then one is decided and the other signed', () => {
  const book = doAll(new Book(), [
    ...fragment('evaluation.yaml').slice(0, -1),
    ...paper('nda', 'nda', ['client', 'vendor']).slice(0, 2),
  ]);
  const work = workIn(book);
  expect(work['decide:gate:evaluate']?.slice(0, 4)).toEqual([
    'decide',
    Math.ceil((book.state.approvals['gate:evaluate']?.items?.length ?? 0) / 2),
    '/cases/c-test/decide/gate%3Aevaluate',
    'Decide',
  ]);
  expect(work['sign:nda:vendor']).toEqual(['sign', 10, '/cases/c-test/documents/nda', 'SignPaper']);
  // Each of those who may sign for the client sees the others.
  const rows = views(book.state).tasks.filter(({ taskId }) => taskId === 'sign:nda:client');
  expect(workInCase(book.state, rows, book.now).map(({ others }) => others)).toEqual(
    rows.map(({ assignee }) => rows.map((one) => one.assignee).filter((id) => id !== assignee)),
  );
  expect(rows.length).toBeGreaterThan(1);
});

test('given people whom somebody proposed, then they are confirmed in place', () => {
  const book = doAll(new Book(), fragment('evaluation.yaml'));
  const accepts = Object.entries(workIn(book)).filter(([id]) => id.startsWith('accept:'));
  expect(accepts.length).toBeGreaterThan(0);
  expect(new Set(accepts.map(([, [kind, minutes, , act]]) => JSON.stringify([kind, minutes, act])))).toEqual(
    new Set([JSON.stringify(['confirm', 1, 'AcceptPerson'])]),
  );
});

test('late comes first, then the nearest, and what has no due date last', () => {
  const row = (late: boolean, due?: string) => ({ late, ...(due !== undefined && { due }) });
  const [never, soon, later, late] = [
    row(false),
    row(false, '2026-09-02T08:00:00.000Z'),
    row(false, '2026-09-03T08:00:00.000Z'),
    row(true, '2026-09-04T08:00:00.000Z'),
  ];
  expect(byUrgency([never, later, soon, row(false), late])).toEqual([late, soon, later, never, row(false)]);
});

test('given a case in work, then each is told what will come to them, and nobody what comes to others', () => {
  const { state, now } = doAll(new Book(), fragment('working.yaml')).until('2026-09-07T08:00:00.000Z');
  const coming = (role: Role, id?: string) =>
    comingUp(state, as(role, id), now).map(({ what, at }) => [what, at.slice(0, 10)]);
  expect(coming('engineering-manager')).toEqual([
    ['Decide: Day-30 review gate', '2026-09-29'],
    ['Confirm everybody’s access again', '2026-11-30'],
  ]);
  expect(coming('vendor-contact')).toContainEqual([
    'Renew: DC-4 Managed, monitored work environment for {person:ada}',
    '2027-08-28',
  ]);
  expect(coming('legal')).toEqual([]);
  expect(coming('engineering-manager', 'somebody-else')).toEqual([]);
});
