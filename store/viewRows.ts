import { sql } from 'kysely';
import type { CaseState } from '../domain/case/state.js';
import { type CaseRow, type TaskRow, views } from '../domain/decider/views.js';
import { canonicalJson } from '../domain/hash.js';
import type { Tx } from './connect.js';

/** Moves a case's list rows from one state to the next; `before` left out writes them whatever stands there. */
export async function moveViews(tx: Tx, before: CaseState | undefined, after: CaseState): Promise<void> {
  const was = before === undefined ? undefined : views(before);
  const is = views(after);
  if (canonicalJson(was?.row ?? null) !== canonicalJson(is.row)) await writeCase(tx, is.row);
  if (canonicalJson(was?.tasks ?? null) !== canonicalJson(is.tasks)) await writeTasks(tx, after.caseId, is.tasks);
}

const caseValues = (row: CaseRow) => ({
  title: row.title,
  vendor: row.vendor,
  status: row.status,
  stage: row.stage,
  model: row.model,
  start_date: row.startDate,
  open_tasks: row.openTasks,
  late_tasks: row.lateTasks,
  turn: row.turn,
  next_due: row.nextDue === undefined ? null : new Date(row.nextDue),
  opened_at: new Date(row.openedAt),
});

const taskValues = (task: TaskRow) => ({
  case_id: task.caseId,
  task_id: task.taskId,
  assignee: task.assignee,
  what: canonicalJson(task.what),
  role: task.role,
  due: task.due === undefined ? null : new Date(task.due),
  late: task.late,
  opened_at: new Date(task.openedAt),
});

/** Lists whose rows of a case are not what its state says, column by column and to the microsecond. */
export async function differingViews(tx: Tx, state: CaseState): Promise<string[]> {
  const { row, tasks } = views(state);
  const differing: string[] = [];
  for (const [table, expected] of [
    ['case_rows', [{ case_id: row.caseId, ...caseValues(row) }]],
    ['task_rows', tasks.map(taskValues)],
  ] as const) {
    const stored = sql`select to_jsonb(r) as row from ${sql.table(table)} r where case_id = ${state.caseId}`;
    const said = sql`select to_jsonb(r) from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(expected)}::jsonb) r`;
    const { rows } = await sql`(${stored} except ${said}) union all (${said} except ${stored}) limit 1`.execute(tx);
    if (rows.length > 0) differing.push(table);
  }
  return differing;
}

async function writeCase(tx: Tx, row: CaseRow): Promise<void> {
  const values = caseValues(row);
  await tx
    .insertInto('case_rows')
    .values({ case_id: row.caseId, ...values })
    .onConflict((c) => c.column('case_id').doUpdateSet(values))
    .execute();
}

async function writeTasks(tx: Tx, caseId: string, tasks: TaskRow[]): Promise<void> {
  await tx.deleteFrom('task_rows').where('case_id', '=', caseId).execute();
  if (tasks.length === 0) return;
  await tx
    .insertInto('task_rows')
    .values(tasks.map(taskValues))
    // A task that names a person twice is one row.
    .onConflict((c) => c.doNothing())
    .execute();
}
