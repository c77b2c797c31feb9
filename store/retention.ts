import { sql } from 'kysely';
import { keptUntil } from '../domain/audit/retention.js';
import type { Database } from './connect.js';
import { pageSize, readCursor, writeCursor } from './cursors.js';
import type { KeptCase } from './custodyContract.js';
import type { Page } from './page.js';

const LIST = 'retention';

type Row = {
  caseId: string;
  title: string;
  vendor: string;
  status: string;
  closedAt: string | null;
  years: string | null;
};

/** Closed cases, and of the others those named in `also`, by id; `only` narrows it to some. */
export async function keptCases(
  db: Database,
  { also, only, cursor, limit }: { also: string[]; only?: string[]; cursor?: string; limit: number },
): Promise<Page<KeptCase>> {
  const after = cursor === undefined ? '' : (readCursor(LIST, cursor, 1).keys[0] ?? '');
  const size = pageSize(limit);
  const narrowed = only === undefined ? sql`` : sql`and r.case_id = any(${only})`;
  // In the canonical JSON of a plan a quoted name is a name: quotes within texts are escaped.
  const { rows } = await sql<Row>`
    select r.case_id as "caseId", r.title, r.vendor, r.status, closed.at as "closedAt",
      substring(c.plan from '"retentionYears":([0-9]+)') as years
    from case_rows r join cases c using (case_id)
    left join lateral (
      select substring(content from '"at":"([^"]{24})"') as at from ledger
      where ledger.case_id = r.case_id and event_type = 'CaseClosed' order by seq desc limit 1
    ) closed on true
    where (r.status = 'closed' or r.case_id = any(${also})) ${narrowed} and r.case_id collate "C" > ${after}
    order by r.case_id collate "C" limit ${size + 1}`.execute(db);
  const page = rows.slice(0, size).map(keptCase);
  const last = page.at(-1);
  return rows.length > size && last
    ? { rows: page, nextCursor: writeCursor(LIST, [null, last.caseId]) }
    : { rows: page };
}

function keptCase({ caseId, title, vendor, closedAt, years }: Row): KeptCase {
  if (closedAt === null || years === null) return { caseId, title, vendor };
  return { caseId, title, vendor, closedAt, keptUntil: keptUntil(closedAt, Number(years)) };
}
