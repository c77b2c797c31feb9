import { randomBytes } from 'node:crypto';
import { stateHash as hashOf } from '../../domain/case/stored.js';
import { evolve, initialState } from '../../domain/decider/evolve.js';
import { contentHash } from '../../domain/hash.js';
import type { Store } from '../../store/contract.js';
import { openStore } from '../../store/openStore.js';
import { type FreshDatabase, freshDatabase } from '../support/real/database.js';
import {
  ACTOR,
  AT,
  append,
  appending,
  caseOf,
  caseOpened,
  refused,
  START,
  taskOpened,
} from '../support/store/appending.js';

let database: FreshDatabase;
let store: Store;

beforeAll(async () => {
  database = await freshDatabase();
  store = openStore(database.url, { masterKey: randomBytes(32) });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

test('appended: rows chained by hash, the receipt of the last, the fold as state', async () => {
  const opening = appending('a', 'open', START, [caseOpened(), taskOpened('t', ['p-1'])]);
  const { head, outcome } = await append(store, opening);
  const rows = await store.ledger.readEntries('a', { afterSeq: 0, limit: 10 });
  expect(rows.map((row) => [row.seq, row.event.type, row.runId, row.commandId, row.at, row.actor])).toEqual([
    [1, 'CaseOpened', 'run-1', 'open', AT, ACTOR],
    [2, 'TaskOpened', 'run-1', 'open', AT, ACTOR],
  ]);
  for (const { hash, ...hashed } of rows) expect(contentHash(hashed)).toBe(hash);
  expect(rows[1]?.prevHash).toBe(rows[0]?.hash);
  expect(head).toEqual({ seq: 2, hash: rows[1]?.hash });
  expect(outcome).toEqual({
    status: 'recorded',
    receipt: { seq: 2, hash: head.hash, at: AT },
    events: ['CaseOpened', 'TaskOpened'],
    notes: [],
  });
  const state = rows.reduce(evolve, initialState('a'));
  expect(await store.cases.get('a')).toEqual({ state, stateHash: hashOf(state), head });
  expect(await store.commands.find('a', 'open')).toEqual({ requestHash: opening.requestHash, outcome });
});

test('known: the same id gets the same outcome, and is told when its content was another', async () => {
  const { head } = await append(store, appending('k', 'open', START, [caseOpened()]));
  const first = await append(store, appending('k', 'c', head, [refused('no')]));
  const again = appending('k', 'c', first.head, [refused('no')]);
  const known = { status: 'known', outcome: first.outcome };
  expect(await store.ledger.appendEntries(again)).toEqual({ ...known, sameRequest: true });
  expect(await store.ledger.appendEntries({ ...again, requestHash: 'other' })).toEqual({
    ...known,
    sameRequest: false,
  });
  expect((await store.cases.get('k'))?.head).toEqual(first.head);
});

test('behind: the entries that the run lacks, from any place, also when the command is known', async () => {
  const { head } = await append(store, appending('b', 'open', START, [caseOpened()]));
  const last = await append(store, appending('b', 'c', head, [refused('one'), refused('two')]));
  const late = await store.ledger.appendEntries(appending('b', 'c', head, [refused('three')]));
  expect(late).toMatchObject({ status: 'behind', head: last.head, entries: [{ seq: 2 }, { seq: 3 }] });
  const anew = await store.ledger.appendEntries(appending('b', 'd', START, [caseOpened()]));
  expect(anew).toMatchObject({ status: 'behind', head: last.head, entries: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] });
});

test('behind by more than a payload holds: told in parts, each with its own head', async () => {
  const megabyte = 'x'.repeat(600_000);
  const { head } = await append(store, appending('big', 'open', START, [caseOpened()]));
  const last = await append(store, appending('big', 'c', head, [refused(megabyte), refused(megabyte), refused('end')]));
  const part = await store.ledger.appendEntries(appending('big', 'd', head, []));
  if (part.status !== 'behind') throw new Error(part.status);
  expect(part.entries.map((entry) => entry.seq)).toEqual([2]);
  const rest = await store.ledger.appendEntries(appending('big', 'd', part.head, []));
  expect(rest).toMatchObject({ status: 'behind', head: last.head, entries: [{ seq: 3 }, { seq: 4 }] });
});

test('tampered: a head that the ledger does not have at that place', async () => {
  const head = await caseOf(store, 't', 3);
  const other = { ...head, hash: 'f'.repeat(64) };
  for (const expected of [other, { ...other, seq: 2 }, { ...head, seq: 4 }, { seq: 0, hash: 'x' }]) {
    const answer = await store.ledger.appendEntries(appending('t', 'n', expected, [refused('no')]));
    expect(answer.status).toBe('tampered');
  }
  const unknown = await store.ledger.appendEntries(appending('nobody', 'n', head, [refused('no')]));
  expect(unknown.status).toBe('tampered');
});

test('of two writers with one head, one appends and the other is behind', async () => {
  const head = await caseOf(store, 'race', 1);
  const commands = Array.from({ length: 8 }, (_, n) => appending('race', `c-${n}`, head, [refused(`no ${n}`)]));
  const answers = await Promise.all(commands.map((command) => store.ledger.appendEntries(command)));
  expect(answers.map((answer) => answer.status).sort()).toEqual(['appended', ...Array(7).fill('behind')]);
  const openings = ['x', 'y'].map((id) => appending('race-2', id, START, [caseOpened()]));
  const opened = await Promise.all(openings.map((command) => store.ledger.appendEntries(command)));
  expect(opened.map((answer) => answer.status).sort()).toEqual(['appended', 'behind']);
});

test('a refusal has a receipt when it is on the record, and none when it is not', async () => {
  const head = await caseOf(store, 'r', 1);
  const draft = { status: 'refused', code: 'NotYourRole', said: { code: 'people.not-named', role: 'legal' } } as const;
  const recorded = await append(store, appending('r', 'c1', head, [refused('No.')], { outcome: draft }));
  expect(recorded.outcome).toEqual({ ...draft, receipt: { ...recorded.head, at: AT } });
  const unrecorded = await append(store, appending('r', 'c2', recorded.head, [], { outcome: draft }));
  expect(unrecorded).toEqual({ ...recorded, outcome: draft });
  const nothing = await append(store, appending('r', 'c3', recorded.head, []));
  expect(nothing.outcome).toMatchObject({ status: 'recorded', receipt: recorded.head });
});

test('a failure in the middle leaves nothing behind', async () => {
  const head = await caseOf(store, 'half', 1);
  const unheard = { status: 'refused', code: 'Unheard', said: { code: 'people.not-named', role: 'legal' } } as const;
  await expect(
    store.ledger.appendEntries(appending('half', 'c', head, [refused('a')], { outcome: unheard })),
  ).rejects.toThrow('Unheard');
  expect(await store.ledger.verify('half')).toMatchObject({ ok: true, rows: 1, stateMatches: true });
  expect(await store.commands.find('half', 'c')).toBeUndefined();
});

test('text that cannot be kept is refused by name of the place; everything else comes back as it was', async () => {
  const head = await caseOf(store, 'text', 1);
  for (const bad of ['a\u0000b', '\ud800', 'x\udc00'])
    await expect(store.ledger.appendEntries(appending('text', 'c', head, [refused(bad)]))).rejects.toMatchObject({
      code: 'Malformed',
      message: expect.stringContaining('entries[0].event.said.approval'),
    });
  const odd = '"\\ \u0001\u001f\u007f\u2028 😀 Łódź e\u0301 \ufeff --; drop table ledger';
  await append(store, appending('text', 'c', head, [refused(odd)]));
  const [row] = await store.ledger.readEntries('text', { afterSeq: 1, limit: 1 });
  expect(row?.event).toEqual(refused(odd));
});
