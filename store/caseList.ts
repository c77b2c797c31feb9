import { type Selectable, sql } from 'kysely';
import type { CaseState } from '../domain/case/state.js';
import type { CaseRow } from '../domain/decider/views.js';
import type { Database } from './connect.js';
import type { CaseFilter } from './contract.js';
import { pageSize, readCursor, writeCursor } from './cursors.js';
import type { Page } from './page.js';
import type { Tables } from './tables.js';

const LIST = 'cases';

/** Cases, the latest opened first. */
export async function listCases(
  db: Database,
  filter: CaseFilter,
  page: { cursor?: string; limit: number; onlyCaseIds?: string[] },
): Promise<Page<CaseRow>> {
  const limit = pageSize(page.limit);
  let query = filtered(db, filter);
  if (page.onlyCaseIds !== undefined) query = query.where('case_id', '=', sql<string>`any(${page.onlyCaseIds})`);
  if (page.cursor !== undefined) {
    const { at, keys } = readCursor(LIST, page.cursor, 1);
    query = query.where(sql<boolean>`(opened_at, case_id) < (${at}::timestamptz, ${keys[0]})`);
  }
  const found = await query
    .orderBy('opened_at', 'desc')
    .orderBy('case_id', 'desc')
    .limit(limit + 1)
    .execute();
  const rows = found.slice(0, limit).map(caseRow);
  const last = rows.at(-1);
  return found.length > limit && last
    ? { rows, nextCursor: writeCursor(LIST, [last.openedAt, last.caseId]) }
    : { rows };
}

function filtered(db: Database, filter: CaseFilter) {
  let query = db.selectFrom('case_rows').selectAll();
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  if (filter.stage !== undefined) query = query.where('stage', '=', filter.stage);
  if (filter.model !== undefined) query = query.where('model', '=', filter.model);
  if (filter.late !== undefined) query = query.where('late_tasks', filter.late ? '>' : '=', 0);
  const { search } = filter;
  if (search !== undefined && search !== '') {
    const pattern = likePattern(search);
    query = query.where((eb) => eb.or([eb('title', 'ilike', pattern), eb('vendor', 'ilike', pattern)]));
  }
  return query;
}

/** A pattern that finds the text literally, anywhere. */
const likePattern = (text: string): string =>
  `%${text.replaceAll('\u0000', '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

function caseRow(row: Selectable<Tables['case_rows']>): CaseRow {
  return {
    caseId: row.case_id,
    title: row.title,
    vendor: row.vendor,
    status: statusOf(row.status),
    stage: row.stage,
    model: row.model,
    startDate: row.start_date,
    openTasks: row.open_tasks,
    lateTasks: row.late_tasks,
    turn: row.turn,
    ...(row.next_due && { nextDue: row.next_due.toISOString() }),
    openedAt: row.opened_at.toISOString(),
  };
}

const STATUSES: Record<CaseState['status'], true> = { new: true, open: true, closing: true, closed: true };
const isStatus = (text: string): text is CaseState['status'] => Object.hasOwn(STATUSES, text);

function statusOf(text: string): CaseState['status'] {
  if (!isStatus(text)) throw new TypeError(`The database names the unknown status "${text}".`);
  return text;
}
