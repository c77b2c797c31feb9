import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { verifyExport } from '../../evidence/verifyExport.js';
import type { Store } from '../../store/contract.js';
import { openStore } from '../../store/openStore.js';
import { type FreshDatabase, freshDatabase } from '../support/real/database.js';
import { append, appending, caseOf, refused } from '../support/store/appending.js';

let database: FreshDatabase;
let store: Store;
let superuser: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  store = openStore(database.url, { masterKey: randomBytes(32) });
  superuser = new pg.Client({ connectionString: database.url });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await store.close();
  await database.drop();
});

/** What only somebody with all rights over the database can do: the triggers sleep. */
async function tamper(sql: string): Promise<void> {
  await superuser.query('set session_replication_role = replica');
  await superuser.query(sql);
  await superuser.query('set session_replication_role = origin');
}

const exported = async (caseId: string): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of store.ledger.exportLines(caseId)) lines.push(line);
  return lines;
};

const CRIMES: [string, number, (id: string) => string][] = [
  [
    'content',
    3,
    (id) => `update ledger set content = replace(content, 'no', 'yes') where case_id = '${id}' and seq = 3`,
  ],
  ['hash', 3, (id) => `update ledger set hash = repeat('0', 64) where case_id = '${id}' and seq = 3`],
  [
    'content and hash',
    4,
    (id) =>
      `update ledger set content = replace(content, 'no', 'yes'),
       hash = encode(sha256(convert_to(replace(content, 'no', 'yes'), 'UTF8')), 'hex') where case_id = '${id}' and seq = 3`,
  ],
  ['previous hash', 4, (id) => `update ledger set prev_hash = '' where case_id = '${id}' and seq = 4`],
  ['one row gone', 3, (id) => `delete from ledger where case_id = '${id}' and seq = 3`],
  ['first row gone', 1, (id) => `delete from ledger where case_id = '${id}' and seq = 1`],
  ['last rows gone', 5, (id) => `delete from ledger where case_id = '${id}' and seq >= 5`],
  [
    'two rows exchanged',
    3,
    (id) =>
      `update ledger set seq = -seq where case_id = '${id}' and seq in (3, 4);
       update ledger set seq = 7 + seq where case_id = '${id}' and seq < 0`,
  ],
  [
    'last row exchanged for another',
    6,
    (
      id,
    ) => `update ledger set content = content || ' ', hash = encode(sha256(convert_to(content || ' ', 'UTF8')), 'hex')
             where case_id = '${id}' and seq = 6`,
  ],
  [
    'a row added behind',
    7,
    (id) => `insert into ledger select case_id, 7, run_id, command_id, event_type, content, hash, repeat('0', 64)
             from ledger where case_id = '${id}' and seq = 6`,
  ],
];

test.each(CRIMES)('verify names the first broken row: %s', async (name, brokenSeq, crime) => {
  const id = name.replaceAll(' ', '-');
  await caseOf(store, id, 6);
  expect(await store.ledger.verify(id)).toMatchObject({ ok: true, rows: 6, stateMatches: true });
  await superuser.query('alter table ledger drop constraint if exists ledger_seq_check');
  await tamper(crime(id));
  expect(await store.ledger.verify(id)).toMatchObject({ ok: false, caseId: id, brokenSeq });
  await expect(store.ledger.rebuildState(id)).rejects.toMatchObject({
    code: expect.stringMatching(/Case(Quarantined|NotFound)/),
  });
});

test('the next append sees a changed head, a cut-off tail, a changed last row and a changed state', async () => {
  const crimes: [string, (id: string) => string][] = [
    ['tail', (id) => `delete from ledger where case_id = '${id}' and seq = 3`],
    ['last', (id) => `update ledger set content = replace(content, 'no', 'yes') where case_id = '${id}' and seq = 3`],
    ['head', (id) => `update cases set head_hash = repeat('0', 64) where case_id = '${id}'`],
    ['state', (id) => `update cases set state = replace(state, 'open', 'shut') where case_id = '${id}'`],
  ];
  for (const [id, crime] of crimes) {
    const head = await caseOf(store, id, 3);
    await tamper(crime(id));
    expect(await store.ledger.appendEntries(appending(id, 'n', head, [refused('x')]))).toMatchObject({
      status: 'tampered',
    });
  }
});

test('a changed state is found and made good from the ledger alone, list rows too', async () => {
  const head = await caseOf(store, 'lost', 4);
  const before = await store.cases.get('lost');
  await tamper(`update cases set state = replace(state, 'open', 'shut') where case_id = 'lost';
                delete from case_rows where case_id = 'lost'`);
  expect(await store.ledger.verify('lost')).toMatchObject({ ok: true, stateMatches: false });
  await expect(store.cases.get('lost')).rejects.toMatchObject({ code: 'CaseQuarantined' });
  expect(await store.ledger.rebuildState('lost')).toEqual({ ...before, head });
  expect(await store.cases.get('lost')).toEqual(before);
  expect((await store.cases.list({}, { limit: 200 })).rows.map((row) => row.caseId)).toContain('lost');
  await append(store, appending('lost', 'n', head, [refused('goes on')]));
});

test('neither the application nor the owner can change the ledger', async () => {
  await caseOf(store, 'kept', 2);
  const attempts = [
    `update ledger set hash = ''`,
    'delete from ledger',
    'truncate ledger cascade',
    `update commands set outcome = ''`,
  ];
  for (const attempt of attempts) await expect(superuser.query(attempt)).rejects.toThrow('append-only');
  await superuser.query('set role drawbridge_app');
  for (const attempt of [...attempts, 'delete from cases', 'alter table ledger disable trigger all'])
    await expect(superuser.query(attempt)).rejects.toThrow(/permission denied|must be owner/);
  await superuser.query('reset role');
  expect(await store.ledger.verify('kept')).toMatchObject({ ok: true });
});

test('an export verifies by itself; a changed, missing, exchanged or cut line is named', async () => {
  const head = await caseOf(store, 'out', 1_203);
  const lines = await exported('out');
  expect(lines).toHaveLength(1_204);
  expect(await verifyExport(lines)).toEqual({ ok: true, caseId: 'out', rows: 1_203, head, stateMatches: true });
  const [header = '', one = '', two = '', ...rest] = lines;
  const broken: [string[], number][] = [
    [[header, one, two.replace('no 1', 'yes'), ...rest], 2],
    [[header, one, ...rest], 2],
    [[header, two, one, ...rest], 1],
    [lines.slice(0, -3), 1_201],
    [[header, one, 'not json', ...rest], 2],
    [[header, one, two.replace('"seq":2', '"seq":2.5'), ...rest], 2],
    [[one, two], 0],
    [[], 0],
  ];
  for (const [crime, brokenSeq] of broken) expect(await verifyExport(crime)).toMatchObject({ ok: false, brokenSeq });
});

test('an unknown case is not found', async () => {
  await expect(store.ledger.verify('none')).rejects.toMatchObject({ code: 'CaseNotFound' });
  await expect(exported('none')).rejects.toMatchObject({ code: 'CaseNotFound' });
  await expect(store.ledger.rebuildState('none')).rejects.toMatchObject({ code: 'CaseNotFound' });
  expect(await store.cases.get('none')).toBeUndefined();
});
