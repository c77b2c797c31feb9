import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // The case and its new head, nothing of what happened: whoever listens reads it as they may.
  sql`create function tell_change() returns trigger language plpgsql as $$
    begin
      perform pg_notify('drawbridge_case', new.case_id || ' ' || new.head_seq);
      return null;
    end $$`,
  sql`create trigger tell_change after update on cases
    for each row when (new.head_seq > old.head_seq) execute function tell_change()`,
];

/** Every append tells the processes that listen, once it is committed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db);
}
