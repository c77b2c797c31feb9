import type { Ground } from '../ground.js';

/** Cases that the lists hold. */
export const MANY = 100_000;

/** Rows of the lists for that many cases, each with a document and a grant, as appends would write them. */
const ROWS = [
  `insert into cases (case_id) select 'm-' || i from generate_series(1, ${MANY}) i`,
  `insert into case_rows select 'm-' || i, 'Case ' || md5(i::text), 'Vendor ' || (i % 7000) || ' of the north',
    case when i % 10 < 7 then 'open' when i % 10 < 8 then 'closing' else 'closed' end,
    (array['need', 'vendor', 'contract', 'access', 'active'])[1 + i % 5], 'managed-team', '2026-09-01',
    i % 7, case when i % 500 = 0 then 1 else 0 end, 'client',
    timestamptz '2026-09-01' + i * interval '1 minute', timestamptz '2026-01-01' + i * interval '1 minute'
    from generate_series(1, ${MANY}) i`,
  `insert into paper_rows select 'm-' || i, 'nda', 'Agreement ' || md5((i * 3)::text), 'nda', 'in-force'
    from generate_series(1, ${MANY}) i`,
  `insert into access_rows select 'm-' || i, 'g-' || i, 'Vendor ' || (i % 7000) || ' of the north', 'p-' || (i % 5000),
    'harbour/r' || (i % 900), 'pull', 'open', now(), timestamptz '2026-10-01' + i * interval '1 minute'
    from generate_series(1, ${MANY}) i`,
];

/** Fills the lists once a run. */
export async function fillLists({ sql, say }: Ground): Promise<void> {
  const { rows } = await sql.query(`select from case_rows where case_id = 'm-${MANY}'`);
  if (rows.length > 0) return;
  say(`${MANY.toLocaleString('en')} cases for the lists`);
  for (const statement of ROWS) await sql.query(statement);
  // As autovacuum does soon after rows have come.
  await sql.query('vacuum analyze case_rows, paper_rows, access_rows, cases');
}

/** A place of the list some pages before its end, by when the case was opened. */
export const DEEP = { caseId: 'm-120', openedAt: '2026-01-01T02:00:00.000Z' };
