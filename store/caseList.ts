import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { CaseState } from '../domain/case/state.js';
import type { CaseRow } from '../domain/decider/views.js';
import type { Database } from './connect.js';
import type { CaseFilter, CaseOrder } from './contract.js';
import { pageSize, readCursor, writeCursor } from './cursors.js';
import type { Page } from './page.js';
import { hasText, likePattern } from './searchText.js';
import type { Tables } from './tables.js';

/** Cases, the latest opened first or the most urgent first. */
export async function listCases(
  db: Database,
  filter: CaseFilter,
  page: { cursor?: string; limit: number; onlyCaseIds?: string[]; order?: CaseOrder },
): Promise<Page<CaseRow>> {
  const limit = pageSize(page.limit);
  const found = await casesQuery(db, filter, page).execute();
  const rows = found.slice(0, limit).map(caseRow);
  const last = rows.at(-1);
  const order = ORDERS[page.order ?? 'newest'];
  return found.length > limit && last ? { rows, nextCursor: order.place(last) } : { rows };
}

/** One page of cases and the row after it; every way of asking is answered by an index. */
export function casesQuery(
  db: Database,
  filter: CaseFilter,
  page: { cursor?: string; limit: number; onlyCaseIds?: string[]; order?: CaseOrder },
) {
  let query = filtered(db, filter);
  if (page.onlyCaseIds !== undefined) query = query.where('case_id', '=', sql<string>`any(${page.onlyCaseIds})`);
  const order = ORDERS[page.order ?? 'newest'];
  if (page.cursor !== undefined) query = query.where(order.after(page.cursor));
  return query.orderBy(order.by).limit(pageSize(page.limit) + 1);
}

type Order = {
  by: RawBuilder<unknown>;
  /** What comes after the row that a cursor names. */
  after(cursor: string): RawBuilder<boolean>;
  place(last: CaseRow): string;
};

/** When the next thing is due; what waits for no day comes last. */
const DUE = sql`coalesce(next_due, timestamptz 'infinity')`;

const ORDERS: Record<CaseOrder, Order> = {
  newest: {
    by: sql`opened_at desc, case_id desc`,
    after(cursor) {
      const { at, keys } = readCursor('cases', cursor, 1);
      return sql`(opened_at, case_id) < (${at}::timestamptz, ${keys[0]})`;
    },
    place: ({ openedAt, caseId }) => writeCursor('cases', [openedAt, caseId]),
  },
  urgent: {
    by: sql`(late_tasks = 0), ${DUE}, case_id`,
    after(cursor) {
      const { at, keys } = readCursor('urgent cases', cursor, 2);
      const due = sql`coalesce(${at}::timestamptz, timestamptz 'infinity')`;
      return sql`((late_tasks = 0), ${DUE}, case_id) > (${keys[0] !== 'late'}, ${due}, ${keys[1]})`;
    },
    place: ({ lateTasks, nextDue, caseId }) =>
      writeCursor('urgent cases', [nextDue ?? null, lateTasks > 0 ? 'late' : 'in time', caseId]),
  },
};

function filtered(db: Database, filter: CaseFilter) {
  let query = db.selectFrom('case_rows').selectAll();
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  if (filter.stage !== undefined) query = query.where('stage', '=', filter.stage);
  if (filter.model !== undefined) query = query.where('model', '=', filter.model);
  if (filter.late !== undefined) query = query.where('late_tasks', filter.late ? '>' : '=', 0);
  const { search } = filter;
  if (search !== undefined && search !== '') {
    const pattern = likePattern(search);
    query = query
      .where(hasText("title || ' ' || vendor", search))
      .where((eb) => eb.or([eb('title', 'ilike', pattern), eb('vendor', 'ilike', pattern)]));
  }
  return query;
}

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
