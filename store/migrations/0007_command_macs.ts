import { type Kysely, sql } from 'kysely';

/** What is kept of a command is bound to its place by a keyed hash; rows from before have none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table commands add column mac bytea`.execute(db);
}
