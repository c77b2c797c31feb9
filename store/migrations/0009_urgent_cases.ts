import { type Kysely, sql } from 'kysely';

/** The list of cases in the order of what is late and what is due next. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index case_rows_by_urgency
    on case_rows ((late_tasks = 0), (coalesce(next_due, timestamptz 'infinity')), case_id)`.execute(db);
}
