import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { CaseEvent } from '../../domain/case/events.js';
import type { Head } from '../../evidence/ledger.js';
import type { Store } from '../../store/contract.js';
import { openStore } from '../../store/openStore.js';
import { type FreshDatabase, freshDatabase } from '../support/real/database.js';
import { waitUntil } from '../support/real/waitUntil.js';
import { append, appending, caseOf, refused } from '../support/store/appending.js';

const LEASE = 'p-1/github:meridian/eta-model';
const granted: CaseEvent = {
  type: 'AccessGranted',
  lease: LEASE,
  person: 'p-1',
  resource: 'github:meridian/eta-model',
  permission: 'push',
  restsOn: [],
};
const ended: CaseEvent = { type: 'AccessEnded', lease: LEASE, cause: 'paper-lapsed', detail: 'IP-2 lapsed.' };

let database: FreshDatabase;
let store: Store;
let other: Store;

beforeAll(async () => {
  database = await freshDatabase();
  const masterKey = randomBytes(32);
  store = openStore(database.url, { masterKey });
  other = openStore(database.url, { masterKey });
});
afterAll(async () => {
  await Promise.all([store.close(), other.close()]);
  await database.drop();
});

async function withGrant(caseId: string): Promise<Head> {
  const head = await caseOf(store, caseId, 1);
  return (await append(store, appending(caseId, 'grant', head, [granted]))).head;
}

/** Holds the case until the returned function is called; answers once it is held. */
async function opening(caseId: string, told: string[]): Promise<{ end(): void; ended: Promise<void> }> {
  let end = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  let begun = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const done = other.openings.hold(caseId, async ({ state, stillHeld }) => {
    told.push(`held while ${state.leases[LEASE]?.want}: ${await stillHeld()}`);
    begun();
    await until;
    told.push('opened');
  });
  await held;
  return { end, ended: done };
}

test('given an opening under way, when the access is taken away, then its record waits for the opening; anything else does not', async () => {
  const told: string[] = [];
  const head = await withGrant('a');
  const { end, ended: over } = await opening('a', told);
  const beside = await append(store, appending('a', 'beside', head, [refused('no')]));
  const revoked = append(store, appending('a', 'end', beside.head, [ended])).then(() => told.push('recorded'));
  await waitsForLock();
  end();
  await Promise.all([over, revoked]);
  expect(told).toEqual(['held while present: true', 'opened', 'recorded']);
  const after = await other.openings.hold('a', async ({ state }) => state.leases[LEASE]?.want);
  expect(after).toBe('absent');
});

test('given an opening of another case under way, then nothing waits', async () => {
  const told: string[] = [];
  await withGrant('b');
  const head = await withGrant('c');
  const { end, ended: over } = await opening('b', told);
  await append(store, appending('c', 'end', head, [ended]));
  end();
  await over;
  expect(told).toEqual(['held while present: true', 'opened']);
});

test('given an opening that outlasts the wait for a lock, then the record is answered as to be repeated, and nothing of it is kept', async () => {
  const head = await withGrant('d');
  const { end, ended: over } = await opening('d', []);
  const answer = await store.ledger.appendEntries(appending('d', 'end', head, [ended])).catch((e: unknown) => e);
  expect(answer).toMatchObject({ code: '55P03' });
  end();
  await over;
  expect(await append(store, appending('d', 'end', head, [ended]))).toMatchObject({ head: { seq: head.seq + 1 } });
});

/** Waits until somebody waits for an advisory lock. */
async function waitsForLock(): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const waiting = async () =>
    (await client.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`)).rows.length > 0;
  await waitUntil('somebody to wait for an advisory lock', waiting);
  await client.end();
}
