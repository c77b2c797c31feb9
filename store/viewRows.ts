import { type RawBuilder, sql } from 'kysely';
import type { AccessRow } from '../domain/access/accessRows.js';
import type { PlaceRow, WantRow } from '../domain/access/placeRows.js';
import type { CaseState } from '../domain/case/state.js';
import { type CaseRow, type PaperRow, type TaskRow, views } from '../domain/decider/views.js';
import { canonicalJson } from '../domain/hash.js';
import type { Tx } from './connect.js';

type Rows = Record<string, string | number | boolean | undefined>[];
type Lists = ReturnType<typeof views>;

type List = 'case_rows' | 'task_rows' | 'paper_rows' | 'access_rows' | 'place_rows' | 'want_rows';

/** The rows of a case in each list, column by column; a column that is left out is null. */
const LISTS: Record<List, (its: Lists) => Rows> = {
  case_rows: ({ row }) => [caseValues(row)],
  task_rows: ({ tasks }) => tasks.map(taskValues),
  paper_rows: ({ papers }) => papers.map(paperValues),
  access_rows: ({ access }) => access.map(accessValues),
  place_rows: ({ places }) => places.map(placeValues),
  want_rows: ({ wants }) => wants.map(wantValues),
};

/** Moves a case's list rows from one state to the next; `before` left out writes them whatever stands there. */
export async function moveViews(tx: Tx, before: CaseState | undefined, after: CaseState): Promise<void> {
  const was = before === undefined ? undefined : views(before);
  const is = views(after);
  for (const [table, rowsOf] of Object.entries(LISTS)) {
    const rows = canonicalJson(rowsOf(is));
    if (was === undefined || canonicalJson(rowsOf(was)) !== rows) await write(tx, table, after.caseId, rows);
  }
}

/** Lists whose rows of a case are not what its state says, column by column and to the microsecond. */
export async function differingViews(tx: Tx, state: CaseState): Promise<string[]> {
  const is = views(state);
  const differing: string[] = [];
  for (const [table, rowsOf] of Object.entries(LISTS)) {
    const stored = sql`select to_jsonb(r) as row from ${sql.table(table)} r where case_id = ${state.caseId}`;
    const said = sql`select to_jsonb(r) from ${recordsOf(table, canonicalJson(rowsOf(is)))} r`;
    const { rows } = await sql`(${stored} except ${said}) union all (${said} except ${stored}) limit 1`.execute(tx);
    if (rows.length > 0) differing.push(table);
  }
  return differing;
}

const recordsOf = (table: string, rows: string): RawBuilder<unknown> =>
  sql`jsonb_populate_recordset(null::${sql.table(table)}, ${rows}::jsonb)`;

async function write(tx: Tx, table: string, caseId: string, rows: string): Promise<void> {
  await sql`delete from ${sql.table(table)} where case_id = ${caseId}`.execute(tx);
  if (rows === '[]') return;
  // A task that names a person twice is one row.
  await sql`insert into ${sql.table(table)} select * from ${recordsOf(table, rows)} on conflict do nothing`.execute(tx);
}

const caseValues = (row: CaseRow) => ({
  case_id: row.caseId,
  title: row.title,
  vendor: row.vendor,
  status: row.status,
  stage: row.stage,
  model: row.model,
  start_date: row.startDate,
  open_tasks: row.openTasks,
  late_tasks: row.lateTasks,
  turn: row.turn,
  next_due: row.nextDue,
  opened_at: row.openedAt,
});

const taskValues = (task: TaskRow) => ({
  case_id: task.caseId,
  task_id: task.taskId,
  assignee: task.assignee,
  what: canonicalJson(task.what),
  role: task.role,
  due: task.due,
  late: task.late,
  opened_at: task.openedAt,
});

const paperValues = (paper: PaperRow) => ({
  case_id: paper.caseId,
  paper_id: paper.paperId,
  title: paper.title,
  kind: paper.kind,
  state: paper.state,
});

const accessValues = (row: AccessRow) => ({
  case_id: row.caseId,
  place: row.place,
  vendor: row.vendor,
  person_id: row.person,
  resource: row.resource,
  permission: row.permission,
  status: row.status,
  since: row.since,
  until: row.until,
  asks: row.asks,
  answer_by: row.answerBy,
});

const placeValues = (row: PlaceRow) => ({
  case_id: row.caseId,
  resource: row.resource,
  provider: row.provider,
  place_id: row.placeId,
  name: row.name,
  every_hours: row.everyHours,
  since: row.since,
});

const wantValues = (row: WantRow) => ({
  case_id: row.caseId,
  lease: row.lease,
  person_id: row.person,
  provider: row.provider,
  place_id: row.placeId,
  details: row.details,
  permission: row.permission,
  until: row.until,
});
