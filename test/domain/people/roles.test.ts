import type { Lease } from '../../../domain/access/lease.js';
import { handsOf } from '../../../domain/access/manualAccess.js';
import { refOf } from '../../../domain/access/resources.js';
import type { HumanCommand } from '../../../domain/case/commands.js';
import type { HeldRole } from '../../../domain/case/roles.js';
import { initialState } from '../../../domain/decider/evolve.js';
import { handle } from '../../../domain/decider/handle.js';
import { rolesMissing } from '../../../domain/people/roles.js';
import { as, Book } from '../../support/domain/book.js';
import { lettersSince } from '../../support/domain/letters.js';
import { atWork } from '../../support/domain/wayToWork.js';

const said = (book: Book, by: ReturnType<typeof as>, command: HumanCommand) => {
  const outcome = book.act(by, command);
  return outcome.status === 'refused' ? outcome.code : outcome.events;
};
const name = (role: HeldRole, person: string, replaces?: string): HumanCommand => ({
  type: 'NameForRole',
  role,
  person,
  ...(replaces !== undefined && { replaces }),
  reason: 'Takes over.',
});
const confirm = (role: HeldRole, person: string): HumanCommand => ({
  type: 'ConfirmRole',
  role,
  person,
  reason: 'Agreed.',
});
const end = (person: string, left = false): HumanCommand => ({ type: 'EndRole', person, left, reason: 'Moves on.' });
const tasksOf = (book: Book, person: string) =>
  Object.values(book.state.tasks).flatMap(({ id, assignees }) => (assignees.includes(person) ? [id] : []));
const held = (book: Book) =>
  Object.values(book.state.leases).flatMap(({ id, want, seen }) => (want === 'present' ? [`${id} ${seen}`] : []));

describe('somebody takes a role', () => {
  test('given a nomination, when its author, the person or a stranger confirms it, then it is refused; somebody else’s word counts', () => {
    const book = new Book();
    expect(said(book, as('procurement'), name('legal', 'legal-3', 'legal'))).toEqual(['RoleNominated']);
    expect(said(book, as('procurement'), name('legal', 'legal-3'))).toBe('DuplicateId');
    expect([
      said(book, as('legal', 'legal-3'), confirm('legal', 'legal-3')),
      said(book, as('procurement'), confirm('legal', 'legal-3')),
      said(book, as('vendor-contact'), confirm('legal', 'legal-3')),
      said(book, as('executive'), confirm('legal', 'somebody')),
    ]).toEqual(['NotYourRole', 'RequesterMayNotDecide', 'NotYourRole', 'PersonNotInState']);
    expect(tasksOf(book, 'executive')).toContain('confirm:legal:legal-3');
    const mark = book.mark;
    expect(said(book, as('executive'), confirm('legal', 'legal-3'))).toEqual(['RoleTaken']);
    expect(tasksOf(book, 'executive')).not.toContain('confirm:legal:legal-3');
    expect(lettersSince(book, mark).map(({ to }) => to)).toEqual(expect.arrayContaining(['legal', 'legal-3']));
    expect(said(book, as('legal'), name('privacy', 'dpo'))).toBe('NotYourRole');
    expect(said(book, as('legal', 'legal-3'), name('privacy', 'dpo'))).toEqual(['RoleNominated']);
  });

  test('given people of the other side, of the roster or nobody to follow, then nobody is named', () => {
    const book = new Book();
    expect([
      said(book, as('procurement'), name('legal', 'ada')),
      said(book, as('procurement'), name('legal', 'vendor-contact')),
      said(book, as('procurement'), name('vendor-contact', 'security')),
      said(book, as('procurement'), name('legal', 'legal-3', 'security')),
      said(book, as('procurement'), name('legal', 'legal')),
      said(book, as('vendor-contact'), name('vendor-contact', 'contact-2')),
    ]).toEqual([
      'PersonNotInState',
      'PersonNotInState',
      'PersonNotInState',
      'UnknownPerson',
      'DuplicateId',
      'NotYourRole',
    ]);
  });

  test('given a team at work, when its engineering manager is followed by another, then nobody loses access and the open tasks move', () => {
    const book = atWork();
    const [before, open] = [held(book), tasksOf(book, 'engineering-manager')];
    expect(before.length).toBeGreaterThan(0);
    expect(open.length).toBeGreaterThan(0);
    said(book, as('procurement'), name('engineering-manager', 'em-2', 'engineering-manager'));
    said(book, as('executive'), confirm('engineering-manager', 'em-2'));
    book.after(30);
    expect(held(book)).toEqual(before);
    expect(tasksOf(book, 'engineering-manager')).toEqual([]);
    expect(tasksOf(book, 'em-2')).toEqual(expect.arrayContaining(open));
    const suspend: HumanCommand = { type: 'SuspendAccess', person: 'ada', reason: 'A try.' };
    expect(said(book, as('engineering-manager'), suspend)).toBe('NotYourRole');
    expect(said(book, as('engineering-manager', 'em-2'), suspend)).toEqual(['AccessSuspended']);
  });

  test('given another contact of the vendor, then the first one acts no more and the case stands as it did', () => {
    const book = atWork();
    const before = held(book);
    said(book, as('procurement'), name('vendor-contact', 'contact-2'));
    said(book, as('legal'), confirm('vendor-contact', 'contact-2'));
    book.after(30);
    expect(held(book)).toEqual(before);
    const leave: HumanCommand = { type: 'RecordDeparture', person: 'ada', reason: 'A try.' };
    expect(said(book, as('vendor-contact'), leave)).toBe('NotYourRole');
    expect(said(book, as('vendor-contact', 'contact-2'), leave)).toEqual(['DepartureRecorded']);
  });
});

describe('a role ends', () => {
  test('given delegations from and to a leaver, then they end; votes to come are nobody’s, and somebody is asked to name a successor', () => {
    const book = new Book();
    const lend = (from: Parameters<typeof as>[0], to: string) =>
      said(book, as(from), { type: 'Delegate', role: from as 'legal', to, until: '2026-09-10', reason: 'Away.' });
    expect([lend('legal', 'security'), lend('executive', 'legal')]).toEqual([
      ['ApprovalDelegated'],
      ['ApprovalDelegated'],
    ]);
    const mark = book.mark;
    expect(said(book, as('procurement'), end('legal', true))).toEqual(['RoleEnded']);
    expect(rolesMissing(book.state)).toEqual([]);
    expect(said(book, as('procurement'), end('legal-2'))).toEqual(['RoleEnded']);
    expect(book.since(mark, 'DelegationEnded')).toMatchObject([
      { from: 'legal', to: 'security', role: 'legal' },
      { from: 'executive', to: 'legal', role: 'executive' },
    ]);
    expect(book.state.delegations).toEqual([]);
    expect(rolesMissing(book.state)).toEqual(['legal']);
    expect(tasksOf(book, 'procurement')).toContain('name:legal');
    expect(tasksOf(book, 'legal')).toEqual([]);
    expect(said(book, as('procurement'), end('legal'))).toBe('PersonNotInState');
  });

  test('given two who could name others, then neither goes before somebody else is there', () => {
    const book = new Book();
    for (const one of ['legal', 'legal-2', 'engineering-manager', 'security', 'privacy'])
      expect(said(book, as('procurement'), end(one))).toEqual(['RoleEnded']);
    expect(said(book, as('procurement'), end('executive'))).toBe('PersonNotInState');
    expect(said(book, as('procurement'), end('procurement'))).toBe('PersonNotInState');
    said(book, as('procurement'), name('executive', 'chief-2', 'executive'));
    expect(said(book, as('executive'), confirm('executive', 'chief-2'))).toEqual(['RoleTaken']);
    expect(said(book, as('executive'), end('procurement'))).toBe('NotYourRole');
  });

  test('given whoever opened the case, when their part ends, then they are procurement no more', () => {
    const book = new Book();
    said(book, as('legal'), name('procurement', 'buyer-2', 'procurement'));
    expect(said(book, as('executive'), confirm('procurement', 'buyer-2'))).toEqual(['RoleTaken']);
    expect(said(book, as('procurement'), { type: 'PauseCase', reason: 'A try.' })).toBe('NotYourRole');
    expect(said(book, as('procurement', 'buyer-2'), { type: 'PauseCase', reason: 'A try.' })).toEqual(['CasePaused']);
  });
});

test('given a data set whose administrator has gone, when somebody is named in their place, then the data set is theirs', () => {
  const book = new Book('data-by-hand.yaml');
  const asset = book.state.intake.resources.find(({ provider }) => provider === 'manual');
  const before = asset?.administrator ?? '';
  const role = (['security', 'engineering-manager', 'legal', 'privacy'] as const).find((one) =>
    book.state.intake.client.people[one]?.includes(before),
  );
  if (asset === undefined || role === undefined) throw new Error('The example has another administrator by now.');
  const lease = { resource: refOf(asset) } as Lease;
  expect(said(book, as('procurement'), end(before))).toEqual(['RoleEnded']);
  expect(handsOf(book.state, lease)?.administrator).toBe(before);
  expect(said(book, as('procurement'), name(role, 'newcomer', before))).toEqual(['RoleNominated']);
  expect(said(book, as('executive'), confirm(role, 'newcomer'))).toEqual(['RoleTaken']);
  expect(handsOf(book.state, lease)?.administrator).toBe('newcomer');
});

test('given a case without compliance, when it is opened, then its opener is told, the plan goes on, and a task says who is wanted', () => {
  const [row] = new Book().rows;
  if (row?.event.type !== 'CaseOpened') throw new Error('A case begins with its opening.');
  const { type: _type, intake, ...opening } = row.event;
  const { compliance: _nobody, ...people } = intake.client.people;
  const command = {
    type: 'OpenCase',
    ...opening,
    intake: { ...intake, client: { ...intake.client, people } },
  } as const;
  const envelope = { commandId: 'open', requestHash: '', actor: as('procurement'), command };
  const { outcome, state } = handle(initialState('c-test'), envelope, { now: row.at, runId: 'run' });
  expect(outcome).toMatchObject({
    status: 'recorded',
    notes: [{ code: 'people.missing-roles', roles: ['compliance'] }],
  });
  expect(state.tasks['name:compliance']?.assignees).toEqual(['procurement']);
});

describe('a delegation', () => {
  const lend = (book: Book, role: 'legal' | 'security', from: string, to: string) =>
    said(book, as(role, from), { type: 'Delegate', role, to, until: '2026-09-10', reason: 'Away.' });
  const take = (book: Book, by: ReturnType<typeof as>, role: 'legal' | 'security', person: string) =>
    said(book, by, { type: 'EndDelegation', role, person, reason: 'Back.' });

  test('given different roles, then two people stand in for each other', () => {
    const book = new Book();
    expect([lend(book, 'legal', 'legal', 'security'), lend(book, 'security', 'security', 'legal')]).toEqual([
      ['ApprovalDelegated'],
      ['ApprovalDelegated'],
    ]);
  });

  test('given one that runs, then who gave it or who got it ends it, and nobody else', () => {
    const book = new Book();
    lend(book, 'legal', 'legal', 'security');
    expect(take(book, as('executive'), 'legal', 'security')).toBe('NotFound');
    expect(take(book, as('security'), 'legal', 'legal')).toEqual(['DelegationEnded']);
    lend(book, 'legal', 'legal', 'security');
    expect(take(book, as('legal'), 'legal', 'security')).toEqual(['DelegationEnded']);
    expect(book.state.delegations).toEqual([]);
    expect(take(book, as('legal'), 'legal', 'security')).toBe('NotFound');
  });
});
