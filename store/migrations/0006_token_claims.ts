import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // A token has no secret until the person whom it is for has claimed it.
  sql`alter table tokens alter column digest drop not null`,
  sql`alter table tokens add column code_digest bytea unique, add column claim_until timestamptz`,
  sql`alter table tokens add check (digest is not null or code_digest is not null)`,
];

/** A token can wait to be claimed by a code that its person alone is sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await statement.execute(db);
}
