import { type Kysely, sql } from 'kysely';
import { APP_ROLE } from '../session.js';

/**
 * Makes sure of the application's group role and of this user's membership; false where the user may not create it.
 *
 * Roles belong to the whole server, so another database may have made it already, or be making it at this moment.
 * Without the role the triggers alone keep the ledger append-only.
 */
export async function createAppRole(db: Kysely<unknown>): Promise<boolean> {
  await sql`do $$
    begin
      create role ${sql.raw(APP_ROLE)} nologin;
    exception when duplicate_object or unique_violation or insufficient_privilege then null;
    end $$`.execute(db);
  await sql`do $$
    begin
      execute format('grant ${sql.raw(APP_ROLE)} to %I', session_user);
    exception when undefined_object or insufficient_privilege then null;
    end $$`.execute(db);
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from pg_roles where rolname = ${APP_ROLE}) as found`.execute(db);
  return rows[0]?.found === true;
}

/** Gives the application's role what it needs on the tables, and nothing else. */
export async function grant(db: Kysely<unknown>, privileges: string, tables: string[]): Promise<void> {
  const names = sql.join(tables.map((table) => sql.table(table)));
  await sql`grant ${sql.raw(privileges)} on ${names} to ${sql.raw(APP_ROLE)}`.execute(db);
}
