import pg from 'pg';
import { accessQuery } from '../../store/accessList.js';
import { casesQuery } from '../../store/caseList.js';
import { connect, type Database } from '../../store/connect.js';
import type { AccessFilter, CaseFilter } from '../../store/contract.js';
import { writeCursor } from '../../store/cursors.js';
import { readsQuery } from '../../store/reads.js';
import { papersQuery, vendorsQuery } from '../../store/search.js';
import { type FreshDatabase, freshDatabase } from '../support/real/database.js';

/** Enough that a table is read whole only where no index answers. */
const CASES = 10_000;

let database: FreshDatabase;
let db: Database;

beforeAll(async () => {
  database = await freshDatabase();
  ({ db } = connect(database.url, 'drawbridge'));
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`
    insert into cases (case_id) select 'c-' || i from generate_series(1, ${CASES}) i;
    insert into case_rows select 'c-' || i, 'Case ' || md5(i::text), 'Vendor ' || (i % 700) || ' of the north',
      case when i % 10 < 7 then 'open' when i % 10 < 8 then 'closing' else 'closed' end,
      (array['need', 'vendor', 'contract', 'access', 'active'])[1 + i % 5], 'managed-team', '2026-09-01',
      i % 7, case when i % 500 = 0 then 1 else 0 end, 'client',
      timestamptz '2026-09-01' + i * interval '1 minute', timestamptz '2026-08-01' + i * interval '1 minute'
      from generate_series(1, ${CASES}) i;
    insert into access_rows select 'c-' || i, 'p-' || i || '/harbour/r' || n, 'Vendor ' || (i % 700) || ' of the north',
      'p-' || (i % 5000), 'harbour/r' || (i % 900), 'pull', case when i % 400 = 0 then 'unknown' else 'open' end,
      now(), timestamptz '2026-10-01' + i * interval '1 minute', case when i % 400 = 0 then 'declare' end
      from generate_series(1, ${CASES}) i, generate_series(1, 2) n;
    insert into paper_rows select 'c-' || i, 'p-' || n, 'Agreement ' || md5((i * n)::text), 'nda', 'in-force'
      from generate_series(1, ${CASES}) i, generate_series(1, 3) n`);
  await client.query(`
    insert into reads (person_id, role, kind, case_id, thing, hour, read_at)
      select 'p-' || (i % 300), 'compliance', 'story', 'c-' || i, '', at, at
      from (select i, timestamptz '2026-08-01' + i * interval '1 hour' as at from generate_series(1, ${CASES}) i) told`);
  await client.query('vacuum analyze');
  await client.end();
});
afterAll(async () => {
  await db?.destroy();
  await database?.drop();
});

const readWhole = (plan: unknown): string[] =>
  [...JSON.stringify(plan).matchAll(/"Node Type":"Seq Scan"[^}]*?"Relation Name":"(\w+)"/g)].map(
    ([, table = '']) => table,
  );

const CASE_FILTERS: CaseFilter[] = [
  {},
  { status: 'open' },
  { status: 'closed', late: true },
  { stage: 'contract' },
  { stage: 'contract', late: true },
  { model: 'staff-augmentation' },
  { late: true },
  { late: false },
  { search: 'or 77 of' },
  { search: 'qz' },
  { search: 'ź' },
  { search: 'north', status: 'open' },
];
const PLACE = writeCursor('cases', ['2026-08-05T00:00:00.000Z', 'c-5760']);

test.each(CASE_FILTERS)(
  'given many cases, then %j reads no table whole, in no order and on no page',
  async (filter) => {
    const pages = [{ limit: 50 }, { limit: 50, order: 'urgent' as const }, { limit: 50, cursor: PLACE }];
    const plans = await Promise.all(pages.map((page) => casesQuery(db, filter, page).explain('json')));
    expect(readWhole(plans)).toEqual([]);
  },
);

const ACCESS_FILTERS: AccessFilter[] = [
  {},
  { vendor: 'vendor 7 OF THE NORTH' },
  { person: 'p-77' },
  { resource: 'harbour/r77' },
  { status: 'unknown' },
  { status: 'closing' },
  { asks: 'declare' },
  { asks: 'confirm' },
  { vendor: 'Vendor 7 of the north', status: 'open' },
];

test.each(ACCESS_FILTERS)('given access in many cases, then %j reads no table whole', async (filter) => {
  const cursor = writeCursor('access', ['2026-10-05T00:00:00.000Z', 'c-5760', 'p-5760/harbour/r1']);
  const pages = [{ limit: 50 }, { limit: 50, cursor }];
  const plans = await Promise.all(pages.map((page) => accessQuery(db, filter, page).explain('json')));
  expect(readWhole(plans)).toEqual([]);
});

test.each(['ab', 'agreement', 'qqq', 'north', '7'])(
  'given many papers and vendors, then a search for %s reads no table whole',
  async (part) => {
    const queries = [papersQuery(part, 8), vendorsQuery(part, 8), papersQuery(part, 8, 'c-7')];
    for (const query of queries) {
      const compiled = query.compile(db);
      const { rows } = await db.executeQuery({ ...compiled, sql: `explain (format json) ${compiled.sql}` });
      expect([rows.length, readWhole(rows)]).toEqual([1, []]);
    }
  },
);

test('given many cases, then what is found is what holds the text', async () => {
  const { rows } = await papersQuery('GREEMENT C4CA', 200).execute(db);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const read = await client.query(`select count(*)::int as n from paper_rows where title ilike '%greement c4ca%'`);
  await client.end();
  expect(read.rows[0].n).toBeGreaterThan(0);
  expect(rows.map(({ title }) => title.toLowerCase().includes('greement c4ca'))).toEqual(
    Array(read.rows[0].n).fill(true),
  );
});

test.each([{}, { caseId: 'c-7' }, { personId: 'p-7' }, { from: '2026-09-01T00:00:00.000Z', kind: 'story' as const }])(
  'given many readings, then %j reads no table whole',
  async (filter) => {
    const cursor = writeCursor('reads', ['2026-09-05T00:00:00.000Z', '700']);
    const pages = [{ limit: 50 }, { limit: 50, cursor }];
    const plans = await Promise.all(pages.map((page) => readsQuery(db, filter, page).explain('json')));
    expect(readWhole(plans)).toEqual([]);
  },
);
