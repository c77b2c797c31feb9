import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { handle } from '../../domain/decider/handle.js';
import type { Head } from '../../evidence/ledger.js';
import type { Store } from '../../store/contract.js';
import { isDatabaseUnavailable, openStore } from '../../store/openStore.js';
import { as, type Book } from '../support/domain/book.js';
import { atWork } from '../support/domain/wayToWork.js';
import { type FreshDatabase, freshDatabase } from '../support/real/database.js';
import { waitUntil } from '../support/real/waitUntil.js';
import { appendTo, recordBook } from '../support/store/recordBook.js';

const ENTRY = fileURLToPath(new URL('../support/store/openingWorker.mjs', import.meta.url));
const CASE = 'c-test';

let database: FreshDatabase;
let store: Store;
let provider: Server;
let children: ChildProcess[];
/** What came first: the access at the provider or the record of its end. */
let story: string[];

beforeEach(async () => {
  database = await freshDatabase();
  store = openStore(database.url, { masterKey: Buffer.alloc(32, 7) });
  story = [];
  children = [];
  provider = createServer((request, response) => {
    if (request.url === '/open') story.push('opened');
    response.end(JSON.stringify({ state: story.includes('opened') ? 'present' : 'absent' }));
  });
  provider.listen(0, '127.0.0.1');
  await once(provider, 'listening');
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  provider.close();
  provider.closeAllConnections();
  await store.close();
  await database.drop();
});

/** Suspends ada, repeated as the engine repeats it while the database is away. */
async function revoke(book: Book, head: Head): Promise<void> {
  const command = { type: 'SuspendAccess', person: 'ada', reason: 'A laptop is missing.' } as const;
  const envelope = { commandId: 'suspend', requestHash: 'suspend', actor: as('security'), command };
  const { entries } = handle(book.state, envelope, { now: book.now, runId: 'run' });
  expect(entries.map(({ event }) => event.type)).toContain('AccessEnded');
  for (;;) {
    try {
      await appendTo(store, CASE, head, { commandId: 'suspend', at: book.now, entries });
      story.push('revoked');
      return;
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error;
    }
  }
}

/** A worker that opens ada's access and stops itself. */
async function stoppedWorker(book: Book, at: string) {
  const lease = Object.values(book.state.leases).find(
    (l) => l.person === 'ada' && l.resource === 'github:meridian/eta-model',
  );
  if (lease === undefined) throw new Error('Ada has no lease.');
  const { id, person, resource, permission } = lease;
  const address = provider.address();
  if (address === null || typeof address === 'string') throw new Error('The provider has no port.');
  const child = spawn(process.execPath, ['--no-warnings', ENTRY], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      PROVIDER_URL: `http://127.0.0.1:${address.port}`,
      EFFECT: JSON.stringify({
        kind: 'converge-access',
        lease: id,
        person,
        resource,
        permission,
        intent: 'open',
        place: { id: '8', name: 'meridian/eta-model' },
        decidedAt: book.now,
      }),
      CONTEXT: JSON.stringify({ caseId: CASE, caseTime: book.now, clockOffsetMs: Date.parse(book.now) - Date.now() }),
      STOP_AT: at,
    },
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('stopping');
  return {
    async goesOn(): Promise<unknown> {
      child.kill('SIGCONT');
      return JSON.parse(String((await lines.next()).value));
    },
  };
}

async function scene(at: string) {
  const book = atWork();
  const head = await recordBook(store, CASE, book);
  const worker = await stoppedWorker(book, at);
  return { worker, revoked: revoke(book, head) };
}

const asAdmin = async (query: string): Promise<number> => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rowCount } = await client.query(query);
  await client.end();
  return rowCount ?? 0;
};
const WAITING = `select 1 from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`;

test('given a worker stopped between its last look and the request, when access is revoked, then the record waits for the request', async () => {
  const { worker, revoked } = await scene('confirmed');
  await waitUntil('the record to wait', async () => story.length > 0 || (await asAdmin(WAITING)) > 0);
  expect(story).toEqual([]);
  await worker.goesOn();
  await revoked;
  expect(story).toEqual(['opened', 'revoked']);
});

test('given a worker stopped before it read the state, when access is revoked, then nothing is opened afterwards', async () => {
  const { worker, revoked } = await scene('unread');
  await revoked;
  expect(await worker.goesOn()).toMatchObject({ kind: 'access-seen', seen: 'absent', acted: false });
  expect(story).toEqual(['revoked']);
});

test('given a stopped worker whose session the database has ended, when access is revoked, then nothing is opened afterwards', async () => {
  const { worker, revoked } = await scene('held');
  await waitUntil('the session to be ended', async () =>
    asAdmin(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'stopped worker openings'`,
    ),
  );
  await revoked;
  expect(await worker.goesOn()).toMatchObject({ kind: 'access-failed', code: 'OpeningTooLate' });
  expect(story).toEqual(['revoked']);
});
