import { type Kysely, sql } from 'kysely';
import { createAppRole, grant } from './appRole.js';

const SEARCH = [
  // Every run of one to three characters. By an index over them a part of a text is found without an extension, and however short it is.
  sql`create function text_grams(given text) returns text[] language sql immutable strict parallel safe cost 100
    return (
      with folded as materialized (select lower(given) as text)
      select coalesce(array_agg(substr(text, i, n)), '{}')
      from folded, generate_series(1, 3) n, generate_series(1, length(text) - n + 1) i)`,
  // Those that a text has to have in which this one stands.
  sql`create function search_grams(given text) returns text[] language sql immutable strict parallel safe
    return array(
      select distinct substr(lower(given), i, 3) from generate_series(1, greatest(length(lower(given)) - 2, 1)) i)`,
  sql`create index case_rows_by_text on case_rows using gin (text_grams(title || ' ' || vendor))`,
  sql`create index case_rows_by_status on case_rows (status, opened_at desc, case_id desc)`,
  sql`create index case_rows_by_stage on case_rows (stage, opened_at desc, case_id desc)`,
  sql`create index case_rows_by_model on case_rows (model, opened_at desc, case_id desc)`,
  sql`create index case_rows_late on case_rows (opened_at desc, case_id desc) where late_tasks > 0`,
  sql`create index task_rows_by_role on task_rows (role, coalesce(due, 'infinity'), case_id, task_id, assignee)`,
];

const LISTS = [
  sql`create table paper_rows (
    case_id text not null references cases,
    paper_id text not null,
    title text not null,
    kind text not null,
    state text not null,
    primary key (case_id, paper_id)
  )`,
  sql`create index paper_rows_by_text on paper_rows using gin (text_grams(title))`,
  sql`create table access_rows (
    case_id text not null references cases,
    place text not null,
    vendor text not null,
    person_id text not null,
    resource text not null,
    permission text,
    status text not null,
    since timestamptz not null,
    until timestamptz,
    asks text,
    answer_by timestamptz,
    primary key (case_id, place)
  )`,
  ...['', 'lower(vendor), ', 'person_id, ', 'resource, ', 'status, ']
    .map((first, i) =>
      sql.raw(`create index access_rows_${i} on access_rows (${first}coalesce(until, 'infinity'), case_id, place)`),
    )
    .map((statement) => sql`${statement}`),
  sql`create index access_rows_asked on access_rows (asks, coalesce(until, 'infinity'), case_id, place)
    where asks is not null`,
  // Cases whose rows in new lists are written once every migration is applied.
  sql`create table lists_to_fill (case_id text primary key references cases)`,
  sql`insert into lists_to_fill select case_id from cases where head_seq > 0`,
];

/** Lists over all cases: papers, and who can reach what; and indexes for every way in which cases are filtered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...SEARCH, ...LISTS]) await statement.execute(db);
  if (!(await createAppRole(db))) return;
  await grant(db, 'select, insert, update, delete', ['paper_rows', 'access_rows']);
}
