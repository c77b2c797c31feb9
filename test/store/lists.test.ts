import { randomBytes } from 'node:crypto';
import type { CaseRow } from '../../domain/decider/views.js';
import type { CaseFilter, Store, TaskFilter } from '../../store/contract.js';
import { openStore } from '../../store/openStore.js';
import type { Page } from '../../store/page.js';
import { type FreshDatabase, freshDatabase } from '../support/real/database.js';
import { AT, append, appending, caseOpened, START, taskOpened } from '../support/store/appending.js';

let database: FreshDatabase;
let store: Store;

const day = (n: number) => `2026-09-${String(n).padStart(2, '0')}T08:00:00.000Z`;
const open = (caseId: string, at: string, title?: string, vendor?: string) =>
  append(store, appending(caseId, 'open', START, [caseOpened(title, vendor)], { at }));

beforeEach(async () => {
  database = await freshDatabase();
  store = openStore(database.url, { masterKey: randomBytes(32) });
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

const found = async (filter: CaseFilter, onlyCaseIds?: string[]): Promise<string[]> =>
  (await store.cases.list(filter, { limit: 200, onlyCaseIds })).rows.map((row) => row.caseId);

test('pages of cases, latest first, are stable while cases are opened', async () => {
  for (let n = 1; n <= 7; n++) await open(`c-${n}`, day(n < 4 ? 1 : n));
  const seen: CaseRow[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<CaseRow> = await store.cases.list({}, { limit: 2, cursor });
    seen.push(...page.rows);
    cursor = page.nextCursor;
    await open(`new-${seen.length}`, day(20));
  } while (cursor !== undefined);
  expect(seen.map((row) => row.caseId)).toEqual(['c-7', 'c-6', 'c-5', 'c-4', 'c-3', 'c-2', 'c-1']);
  expect(seen[0]).toMatchObject({
    title: 'A vendor for the model team',
    vendor: 'Acme Labs',
    status: 'open',
    openedAt: day(7),
  });
});

test('cases are filtered and searched, signs of patterns included', async () => {
  await open('a', day(1), 'Speech 100% on-device', 'Łódź_AI');
  await open('b', day(2), 'Vision', 'Łódź AI');
  await open('c', day(3), 'Back\\slash', 'Other');
  expect(await found({ search: 'VISION' })).toEqual(['b']);
  expect(await found({ search: 'łódź' })).toEqual(['b', 'a']);
  expect(await found({ search: 'ź_a' })).toEqual(['a']);
  expect(await found({ search: '0% o' })).toEqual(['a']);
  expect(await found({ search: '%' })).toEqual(['a']);
  expect(await found({ search: '\\' })).toEqual(['c']);
  expect(await found({ search: "'; drop table case_rows; --" })).toEqual([]);
  expect(await found({}, ['a', 'c', 'none'])).toEqual(['c', 'a']);
  expect(await found({}, [])).toEqual([]);
  expect(await found({ status: 'closed' })).toEqual([]);
  expect(await found({ status: 'open', model: 'managed-team', stage: 'active' })).toEqual(['c', 'b', 'a']);
});

test('a case moves in the lists with its entries, in the same transaction', async () => {
  const { head } = await open('a', AT);
  const more = await append(store, appending('a', 't', head, [taskOpened('t', ['p-1', 'p-2'], day(2))]));
  const late = { type: 'TaskBecameLate', task: 't', due: day(2) } as const;
  const then = await append(store, appending('a', 'l', more.head, [late], { at: day(3) }));
  expect(await found({ late: true })).toEqual(['a']);
  const { rows } = await store.cases.list({}, { limit: 1 });
  expect(rows[0]).toMatchObject({ openTasks: 1, lateTasks: 1, nextDue: day(2) });
  await append(store, appending('a', 'd', then.head, [{ type: 'TaskClosed', task: 't' }]));
  expect(await found({ late: false })).toEqual(['a']);
  expect(await store.cases.tasks({}, { limit: 10 })).toEqual({ rows: [] });
});

test('pages of cases by urgency: what is late, then what is due next, then what waits for no day', async () => {
  const late = { type: 'TaskBecameLate', task: 't', due: day(2) } as const;
  const dues = { 'no-day': undefined, 'due-9': 9, 'due-4': 4, 'due-4-too': 4, 'late-8': 8, 'late-3': 3 };
  for (const [id, due] of Object.entries(dues)) {
    let { head } = await open(id, AT);
    if (due !== undefined)
      ({ head } = await append(store, appending(id, 't', head, [taskOpened('t', ['p-1'], day(due))])));
    if (id.startsWith('late')) await append(store, appending(id, 'l', head, [late]));
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<CaseRow> = await store.cases.list({}, { limit: 1, cursor, order: 'urgent' });
    seen.push(...page.rows.map((row) => row.caseId));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  expect(seen).toEqual(['late-3', 'late-8', 'due-4', 'due-4-too', 'due-9', 'no-day']);
  const { nextCursor = '' } = await store.cases.list({}, { limit: 1 });
  await expect(store.cases.list({}, { limit: 1, cursor: nextCursor, order: 'urgent' })).rejects.toMatchObject({
    code: 'BadCursor',
  });
});

test('pages of tasks, nearest due first and without due last, one row for each assignee', async () => {
  const tasks = [
    taskOpened('later', ['p-1', 'p-2'], day(9)),
    taskOpened('soon', ['p-1'], day(2)),
    taskOpened('whenever', ['p-2']),
    taskOpened('some day', ['p-1']),
  ];
  for (const id of ['a', 'b']) await append(store, appending(id, 'open', START, [caseOpened(), ...tasks]));
  const pages = async (filter: TaskFilter): Promise<string[]> => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.cases.tasks(filter, { limit: 3, cursor });
      seen.push(...page.rows.map((row) => `${row.caseId} ${row.taskId} ${row.assignee}`));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return seen;
  };
  const one = ['soon p-1', 'later p-1', 'later p-2', 'some day p-1', 'whenever p-2'];
  expect(await pages({ caseId: 'a' })).toEqual(one.map((rest) => `a ${rest}`));
  expect(await pages({ assignee: 'p-2' })).toEqual(['a later p-2', 'b later p-2', 'a whenever p-2', 'b whenever p-2']);
  expect(await pages({})).toHaveLength(10);
  expect(await pages({ role: 'privacy' })).toEqual([]);
});

test('a cursor that no list has given is refused', async () => {
  for (let n = 1; n <= 2; n++) await open(`c-${n}`, day(n));
  const { nextCursor = '' } = await store.cases.list({}, { limit: 1 });
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const forged = [
    '',
    'x',
    '💥',
    nextCursor.slice(2),
    'a'.repeat(5_000),
    encode([]),
    encode({}),
    encode(['cases', 'x', 'y']),
    encode(['cases', day(1), 1]),
    encode(['cases', day(1), 'a\u0000']),
    encode(['cases', '2026-13-01T00:00:00.000Z', 'a']),
  ];
  for (const cursor of forged)
    await expect(store.cases.list({}, { limit: 1, cursor })).rejects.toMatchObject({ code: 'BadCursor' });
  await expect(store.cases.tasks({}, { limit: 1, cursor: nextCursor })).rejects.toMatchObject({ code: 'BadCursor' });
});
