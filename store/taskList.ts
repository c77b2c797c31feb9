import { type Selectable, sql } from 'kysely';
import type { TaskRow } from '../domain/decider/views.js';
import type { Said } from '../domain/say.js';
import type { Database } from './connect.js';
import type { TaskFilter } from './contract.js';
import { pageSize, readCursor, writeCursor } from './cursors.js';
import type { Page } from './page.js';
import { roleOf } from './roles.js';
import type { Tables } from './tables.js';

const LIST = 'tasks';

/** Open tasks, one row for each assignee, the nearest due first, those without a due date last. */
export async function listTasks(
  db: Database,
  filter: TaskFilter,
  page: { cursor?: string; limit: number },
): Promise<Page<TaskRow>> {
  const limit = pageSize(page.limit);
  let query = filtered(db, filter);
  if (page.cursor !== undefined) {
    const { at, keys } = readCursor(LIST, page.cursor, 3);
    const place = sql`(coalesce(${at}::timestamptz, 'infinity'), ${sql.join(keys)})`;
    query = query.where(sql<boolean>`(coalesce(due, 'infinity'), case_id, task_id, assignee) > ${place}`);
  }
  const found = await query
    .orderBy(sql`coalesce(due, 'infinity')`)
    .orderBy('case_id')
    .orderBy('task_id')
    .orderBy('assignee')
    .limit(limit + 1)
    .execute();
  const rows = found.slice(0, limit).map(taskRow);
  const last = rows.at(-1);
  if (found.length <= limit || last === undefined) return { rows };
  return { rows, nextCursor: writeCursor(LIST, [last.due ?? null, last.caseId, last.taskId, last.assignee]) };
}

function filtered(db: Database, filter: TaskFilter) {
  let query = db.selectFrom('task_rows').selectAll();
  if (filter.caseId !== undefined) query = query.where('case_id', '=', filter.caseId);
  if (filter.assignee !== undefined) query = query.where('assignee', '=', filter.assignee);
  if (filter.role !== undefined) query = query.where('role', '=', filter.role);
  if (filter.roles !== undefined) query = query.where('role', 'in', [...filter.roles]);
  if (filter.late !== undefined) query = query.where('late', '=', filter.late);
  return query;
}

/** Written from a {@link TaskRow} only. */
const saidOf = (text: string): Said => JSON.parse(text);

function taskRow(row: Selectable<Tables['task_rows']>): TaskRow {
  return {
    caseId: row.case_id,
    taskId: row.task_id,
    what: saidOf(row.what),
    assignee: row.assignee,
    role: roleOf(row.role),
    ...(row.due && { due: row.due.toISOString() }),
    late: row.late,
    openedAt: row.opened_at.toISOString(),
  };
}
