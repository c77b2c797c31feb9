import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Store } from '../../store/contract.js';
import { openStore } from '../../store/openStore.js';
import type { StopRow } from '../../store/stopsContract.js';
import { type FreshDatabase, freshDatabase } from '../support/real/database.js';
import { caseOf } from '../support/store/appending.js';

const AT = '2026-09-03T10:00:00.000Z';
const SECURITY = { personId: 'p-sec', role: 'security' } as const;
const LIFTED = { by: { personId: 'p-em', role: 'engineering-manager' }, reason: 'Over.', at: AT } as const;
const made = (change: Partial<StopRow>): StopRow => ({
  ...{ stop: 's-0000000000000001', scope: 'person', subject: 'p-1', reason: 'Alarm.', by: SECURITY, at: AT },
  ...change,
});
const ASKED = { person: 'p-1', vendor: 'Acme İ Models', places: ['github:acme/search', 'github:acme/found'] };

let database: FreshDatabase;
let store: Store;
beforeEach(async () => {
  database = await freshDatabase();
  store = openStore(database.url, { masterKey: randomBytes(32) });
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

test.each<[Partial<StopRow>, boolean]>([
  [{}, true],
  [{ subject: 'p-2' }, false],
  [{ scope: 'vendor', subject: 'ACME İ models' }, true],
  [{ scope: 'vendor', subject: 'Acme' }, false],
  [{ scope: 'resource', subject: 'github:Acme/Search' }, true],
  [{ scope: 'resource', subject: 'github:acme/found' }, true],
  [{ scope: 'resource', subject: 'github:acme' }, false],
])(
  'given a stop of %j, when a case is held to open access, then that it is stopped is %s, until it is lifted',
  async (change, stops) => {
    await caseOf(store, 'c-1', 1);
    const stop = made(change);
    const seen = () => store.openings.hold('c-1', ({ stopOn }) => stopOn(ASKED));
    expect(await seen()).toBeUndefined();
    await store.stops.put(stop);
    expect(await seen()).toEqual(stops ? stop : undefined);
    await store.stops.lift(stop.stop, LIFTED);
    expect(await seen()).toBeUndefined();
  },
);

test('given a stop that is kept and lifted, when it is put or lifted again, then the first of each stays', async () => {
  await store.stops.put(made({}));
  expect(await store.stops.put(made({ reason: 'Another.', subject: 'p-2' }))).toEqual(made({}));
  await store.stops.lift(made({}).stop, LIFTED);
  const again = await store.stops.lift(made({}).stop, { ...LIFTED, reason: 'Again.' });
  expect(again).toEqual({ ...made({}), lifted: LIFTED });
  expect(await store.stops.list({ standing: true, limit: 10 })).toEqual({ rows: [] });
});

test('given stops, then the latest comes first, page by page', async () => {
  const ids = [1, 2, 3].map((n) => `s-000000000000000${n}`);
  for (const [i, stop] of ids.entries()) await store.stops.put(made({ stop, at: `2026-09-0${i + 1}T10:00:00.000Z` }));
  const first = await store.stops.list({ standing: true, limit: 2 });
  const rest = await store.stops.list({ standing: true, limit: 2, cursor: first.nextCursor ?? '' });
  expect([first, rest].map(({ rows }) => rows.map(({ stop }) => stop))).toEqual([[ids[2], ids[1]], [ids[0]]]);
  expect(rest.nextCursor).toBeUndefined();
});

test.each(['update stops set reason = $$x$$', 'delete from stops', 'delete from stop_lifts', 'truncate stops cascade'])(
  'nobody changes what was stopped and lifted: %s',
  async (statement) => {
    await store.stops.put(made({}));
    await store.stops.lift(made({}).stop, LIFTED);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    await client.end();
  },
);
