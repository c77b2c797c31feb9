import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { SYSTEM } from '../../domain/case/roles.js';
import { connect } from '../../store/connect.js';
import { migrate } from '../../store/migrate.js';
import { openStore } from '../../store/openStore.js';
import { requireServable } from '../../store/servable.js';
import { type FreshDatabase, freshDatabase } from '../support/real/database.js';
import { append, appending, caseOpened, refused, START, taskOpened } from '../support/store/appending.js';
import { startPooler } from '../support/store/pooler.js';

let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

/** Does as an administrator; in statements `DATABASE` is the database. */
async function asAdmin(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const name = pg.escapeIdentifier(new URL(database.url).pathname.slice(1));
  for (const statement of statements) await client.query(statement.replace('DATABASE', `database ${name}`));
  await client.end();
}

const HOSTILE = [
  "datestyle = 'German, DMY'",
  "intervalstyle = 'sql_standard'",
  "timezone = 'Pacific/Chatham'",
  "bytea_output = 'escape'",
  'extra_float_digits = -15',
  'standard_conforming_strings = off',
  'transform_null_equals = on',
  'array_nulls = off',
  "default_transaction_isolation = 'serializable'",
  'search_path = elsewhere',
  'synchronous_commit = off',
  'statement_timeout = 86400000',
  'client_encoding = LATIN1',
];

test('given hostile defaults of a database, then what is stored, read and verified is the same', async () => {
  await asAdmin('create schema elsewhere', ...HOSTILE.map((setting) => `alter DATABASE set ${setting}`));
  const store = openStore(database.url, { masterKey: randomBytes(32) });
  await requireServable(database.serverUrl);
  const text = String.raw`C:\new\table's "Łódź" \' ''`;
  const personId = await store.people.ensure({ name: text, email: 'ada@example.com' });
  const bytes = randomBytes(4_096);
  const sha256 = await store.documents.put({
    caseId: 'c',
    by: personId,
    bytes,
    mediaType: 'text/plain',
    fileName: 'a.txt',
  });
  const expiresAt = '2031-02-03T04:05:06.789Z';
  const { token } = await store.tokens.issue({ by: SYSTEM, personId, role: 'legal', expiresAt, label: text });
  const due = '2026-10-11T12:13:14.156Z';
  const actor = { personId, role: 'procurement' as const };
  const entries = [caseOpened(text, text), taskOpened('t-1', [personId], due), refused(text)];
  await append(store, appending('c', 'open', START, [], { entries: entries.map((event) => ({ actor, event })) }));
  expect(await store.ledger.verify('c')).toMatchObject({ ok: true, stateMatches: true });
  expect(await store.people.find(personId)).toMatchObject({ name: text });
  expect((await store.documents.get('c', sha256))?.bytes.equals(bytes)).toBe(true);
  expect(await store.tokens.verify(token, '2031-02-03T04:05:06.788Z')).toMatchObject({ personId });
  expect(await store.tokens.verify(token, expiresAt)).toBeUndefined();
  expect(await store.cases.list({}, { limit: 10 })).toMatchObject({ rows: [{ title: text, nextDue: due }] });
  expect(await store.cases.tasks({}, { limit: 10 })).toMatchObject({ rows: [{ due }] });
  await store.close();
});

test('triggers that sleep, and a pooler that hands transactions around, are refused in one sentence', async () => {
  const pooler = await startPooler(database.url);
  const pooled = {
    name: 'DatabaseNotReady',
    message: expect.stringMatching(/^The database is behind a connection pooler/),
  };
  await expect(requireServable(pooler.url)).rejects.toMatchObject(pooled);
  await expect(migrate(pooler.url)).rejects.toMatchObject(pooled);
  await pooler.close();
  await asAdmin('alter DATABASE set session_replication_role = replica');
  const asleep = { name: 'DatabaseNotReady', message: expect.stringMatching(/session_replication_role/) };
  await expect(requireServable(database.url)).rejects.toMatchObject(asleep);
});

test('given hostile defaults, then a connection of ours has each setting as we set it', async () => {
  await asAdmin('create schema elsewhere', ...HOSTILE.map((setting) => `alter DATABASE set ${setting}`));
  const { db } = connect(database.url, 'settings');
  const names = HOSTILE.map((setting) => setting.split(' ')[0] ?? '');
  const { rows } = await sql<{ name: string; setting: string }>`
    select lower(name) as name, setting from pg_settings where lower(name) = any(${names})`.execute(db);
  await db.destroy();
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    datestyle: 'ISO, YMD',
    intervalstyle: 'postgres',
    timezone: 'UTC',
    bytea_output: 'hex',
    extra_float_digits: '1',
    standard_conforming_strings: 'on',
    transform_null_equals: 'off',
    array_nulls: 'on',
    default_transaction_isolation: 'read committed',
    search_path: 'public, pg_temp',
    synchronous_commit: 'on',
    statement_timeout: '15000',
    client_encoding: 'UTF8',
  });
});
