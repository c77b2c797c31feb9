import { sql } from 'kysely';
import type { Database } from './connect.js';
import type { Tally, VendorRow } from './contract.js';
import { pageSize, readCursor, writeCursor } from './cursors.js';
import type { Page } from './page.js';

const LIST = 'vendors';

/** Most cases of one vendor that are told in one record. */
const CASES_MAX = 200;

/** Vendors by name, with the number of their cases; names that differ in case alone are one vendor. */
export async function listVendors(
  db: Database,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Page<VendorRow>> {
  const size = pageSize(limit);
  const after = cursor === undefined ? null : (readCursor(LIST, cursor, 1).keys[0] ?? null);
  const from = after === null ? sql`` : sql`where lower(vendor) > ${after}`;
  const { rows } = await sql<VendorRow & { key: string }>`
    select lower(vendor) as key, max(vendor) as vendor, count(*) as cases,
      count(*) filter (where status <> 'closed') as open, max(late_tasks) > 0 as late
    from case_rows ${from} group by lower(vendor) order by lower(vendor) limit ${size + 1}`.execute(db);
  const page = rows.slice(0, size);
  const last = page.at(-1);
  const told = page.map(({ vendor, cases, open, late }) => ({ vendor, cases, open, late }));
  return rows.length > size && last ? { rows: told, nextCursor: writeCursor(LIST, [null, last.key]) } : { rows: told };
}

/** Cases of a vendor, the latest opened first; at most 200. */
export async function casesOfVendor(db: Database, vendor: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select case_id as id from case_rows where lower(vendor) = lower(${vendor})
    order by opened_at desc, case_id desc limit ${CASES_MAX}`.execute(db);
  return rows.map((row) => row.id);
}

/** How often each of some facts stands in the ledgers of some cases, and when last. */
export async function tally(db: Database, caseIds: string[], facts: readonly string[]): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select case_id as "caseId", event_type as event, count(*) as count,
      max(substring(content from '"at":"([^"]{24})"')) as "lastAt"
    from ledger where case_id = any(${caseIds}) and event_type = any(${[...facts]})
    group by case_id, event_type`.execute(db);
  return rows;
}
