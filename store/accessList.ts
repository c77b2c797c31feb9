import { type Selectable, sql } from 'kysely';
import { ACCESS_ASKS, ACCESS_STATUSES, type AccessRow } from '../domain/access/accessRows.js';
import type { Database } from './connect.js';
import type { AccessFilter, ListedAccess } from './contract.js';
import { pageSize, readCursor, writeCursor } from './cursors.js';
import type { Page } from './page.js';
import type { Tables } from './tables.js';

const LIST = 'access';
const UNTIL = sql`coalesce(access_rows.until, 'infinity')`;

type Paging = { cursor?: string; limit: number; onlyCaseId?: string };

/** Who can reach what over all cases: what ends first comes first, what has no end last. */
export async function listAccess(db: Database, filter: AccessFilter, page: Paging): Promise<Page<ListedAccess>> {
  const limit = pageSize(page.limit);
  const found = await accessQuery(db, filter, page).execute();
  const rows = found.slice(0, limit).map(({ title, ...row }) => ({ ...accessRow(row), caseTitle: title }));
  const last = rows.at(-1);
  if (found.length <= limit || last === undefined) return { rows };
  return { rows, nextCursor: writeCursor(LIST, [last.until ?? null, last.caseId, last.place]) };
}

/** One page of access and the row after it; every way of asking is answered by an index. */
export function accessQuery(db: Database, filter: AccessFilter, page: Paging) {
  let query = db
    .selectFrom('access_rows')
    .innerJoin('case_rows', 'case_rows.case_id', 'access_rows.case_id')
    .selectAll('access_rows')
    .select('case_rows.title');
  if (page.onlyCaseId !== undefined) query = query.where('access_rows.case_id', '=', page.onlyCaseId);
  if (filter.vendor !== undefined)
    query = query.where(sql<boolean>`lower(access_rows.vendor) = lower(${filter.vendor})`);
  if (filter.person !== undefined) query = query.where('access_rows.person_id', '=', filter.person);
  if (filter.resource !== undefined) query = query.where('access_rows.resource', '=', filter.resource);
  if (filter.status !== undefined) query = query.where('access_rows.status', '=', filter.status);
  if (filter.asks !== undefined) query = query.where('access_rows.asks', '=', filter.asks);
  if (page.cursor !== undefined) {
    const { at, keys } = readCursor(LIST, page.cursor, 2);
    const place = sql`(coalesce(${at}::timestamptz, 'infinity'), ${sql.join(keys)})`;
    query = query.where(sql<boolean>`(${UNTIL}, access_rows.case_id, place) > ${place}`);
  }
  return query
    .orderBy(UNTIL)
    .orderBy('access_rows.case_id')
    .orderBy('place')
    .limit(pageSize(page.limit) + 1);
}

const known = <T extends string>(all: readonly T[], text: string): T => {
  const found = all.find((one) => one === text);
  if (found === undefined) throw new TypeError(`The database names the unknown word "${text}".`);
  return found;
};

function accessRow(row: Selectable<Tables['access_rows']>): AccessRow {
  return {
    caseId: row.case_id,
    place: row.place,
    vendor: row.vendor,
    person: row.person_id,
    resource: row.resource,
    ...(row.permission !== null && { permission: row.permission }),
    status: known(ACCESS_STATUSES, row.status),
    since: row.since.toISOString(),
    ...(row.until && { until: row.until.toISOString() }),
    ...(row.asks !== null && { asks: known(ACCESS_ASKS, row.asks) }),
    ...(row.answer_by && { answerBy: row.answer_by.toISOString() }),
  };
}
