import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { pendingMigrations } from './operating.js';
import { APP_ROLE, DatabaseNotReady, requireSession, settleSession } from './session.js';

const CONNECT_TIMEOUT_MS = 5_000;
/** What is added to and never changed. */
const APPEND_ONLY = ['ledger', 'commands', 'custody'];

/**
 * Makes sure that a process may serve this database.
 *
 * 1. A session stays one: nothing in between hands its transactions to others.
 * 2. Its migrations are up to date with this version.
 * 3. The role that signs in may add to the ledger.
 * 4. Neither that role nor any that it could become may change, delete or truncate what is append-only.
 *
 * Throws {@link DatabaseNotReady}.
 */
export async function requireServable(databaseUrl: string): Promise<void> {
  await requireSession(databaseUrl);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    onConnect: (client) => settleSession(client),
  });
  pool.on('error', () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const role = await signedInAs(db);
    if (!(await may(db, 'select', 'kysely_migration', { absent: true }))) throw new DatabaseNotReady(notLetIn(role));
    await requireMigrated(db);
    if (!(await may(db, 'insert', 'ledger'))) throw new DatabaseNotReady(notLetIn(role));
    await refusePowers(db, role);
  } finally {
    await db.destroy();
  }
}

async function requireMigrated(db: Kysely<unknown>): Promise<void> {
  const pending = await pendingMigrations(db);
  if (pending.length > 0)
    throw new DatabaseNotReady(
      `The database is behind this version by ${pending.join(', ')}; run "drawbridge migrate" first.`,
    );
}

async function refusePowers(db: Kysely<unknown>, role: string): Promise<void> {
  const held: string[] = [];
  for (const table of APPEND_ONLY)
    for (const power of ['update', 'delete', 'truncate'] as const)
      if (await may(db, power, table)) held.push(`${power} ${table}`);
  if (held.length === 0) return;
  throw new DatabaseNotReady(
    `The role "${role}" in DATABASE_URL may ${held.join(', ')}, which nobody who serves may. Name a role of its own there that ` +
      `owns nothing, the owner in MIGRATION_DATABASE_URL, and run "drawbridge migrate": it makes that role a member of ${APP_ROLE}.`,
  );
}

const notLetIn = (role: string): string =>
  `The role "${role}" in DATABASE_URL may not use our tables; run "drawbridge migrate" with this DATABASE_URL and the owner's MIGRATION_DATABASE_URL.`;

async function signedInAs(db: Kysely<unknown>): Promise<string> {
  const { rows } = await sql<{ role: string }>`select session_user as role`.execute(db);
  return rows[0]?.role ?? '';
}

/** Whether the role that signed in, or one that it can become, has a privilege; `absent`: the answer for a missing table. */
async function may(
  db: Kysely<unknown>,
  privilege: 'select' | 'insert' | 'update' | 'delete' | 'truncate',
  table: string,
  { absent = false } = {},
): Promise<boolean> {
  const { rows } = await sql<{ missing: boolean; may: boolean }>`
    select to_regclass(${table}) is null as missing, exists (
      select from pg_roles
      where pg_has_role(session_user, oid, 'member') and has_table_privilege(oid, to_regclass(${table}), ${privilege})
    ) as may`.execute(db);
  const found = rows[0];
  return found?.missing === false ? found.may : absent;
}
