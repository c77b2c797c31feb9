import pg from 'pg';

/** The group role that may add to the ledger and read it, and nothing else on it; migrations create it. */
export const APP_ROLE = 'drawbridge_app';

/** The database cannot be served yet; the message says what is wrong and what to do. */
export class DatabaseNotReady extends Error {
  override readonly name = 'DatabaseNotReady';
}

/**
 * What our SQL and the driver rely on, whatever the defaults of server, database and role are. Each is set once a connection.
 *
 * `search_path`: our tables are in `public`; a temporary table never stands before one of them.
 * `synchronous_commit`: what is acknowledged survives a crash; what is stricter than `on` stays.
 */
const SETTINGS = `
  set client_encoding = 'UTF8';
  set datestyle = 'ISO, YMD';
  set intervalstyle = 'postgres';
  set timezone = 'UTC';
  set bytea_output = 'hex';
  set extra_float_digits = 1;
  set standard_conforming_strings = on;
  set transform_null_equals = off;
  set array_nulls = on;
  set default_transaction_isolation = 'read committed';
  set search_path = public, pg_temp;
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off';`;

/** Bounds of a session, milliseconds; 0: none. Set rather than sent on connecting: a pooler in session mode takes no such parameters. */
export type Bounds = { statementMs: number; lockMs: number; idleInTransactionMs: number };

const NO_BOUNDS: Bounds = { statementMs: 0, lockMs: 0, idleInTransactionMs: 0 };

/** Prepares a new connection for our SQL. */
export async function settleSession(client: pg.ClientBase, bounds = NO_BOUNDS): Promise<void> {
  await client.query(`${SETTINGS}
  set statement_timeout = ${bounds.statementMs};
  set lock_timeout = ${bounds.lockMs};
  set idle_in_transaction_session_timeout = ${bounds.idleInTransactionMs}`);
}

const PATIENCE_MS = 5_000;
const TRIES = 3;

/**
 * Makes sure that what is set in a session stays in it, and that the append-only triggers are awake there.
 *
 * A pooler in transaction mode hands each transaction to whatever connection is free: settings, the role that may not change the ledger and
 * locks that outlast a transaction would be lost, or be somebody else's. Throws {@link DatabaseNotReady}.
 */
export async function requireSession(databaseUrl: string): Promise<void> {
  const one = client(databaseUrl);
  const other = client(databaseUrl);
  try {
    await Promise.all([one.connect(), other.connect()]);
    for (let i = 0; i < TRIES; i++) if (!(await staysBeside(one, other))) throw new DatabaseNotReady(POOLED);
    if (await isAsleep(one)) throw new DatabaseNotReady(ASLEEP);
  } finally {
    await Promise.allSettled([one.end(), other.end()]);
  }
}

function client(connectionString: string): pg.Client {
  const made = new pg.Client({ connectionString, connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS });
  made.on('error', () => undefined);
  return made;
}

const POOLED =
  'The database is behind a connection pooler in transaction mode or with too few connections, such as PgBouncer, which loses the settings, roles and locks of a session. ' +
  'Use its session mode with a connection for each of ours, or the address of the database itself.';
const ASLEEP =
  'The role in the address of the database has session_replication_role set, so that triggers sleep which keep the ledger append-only. Reset it.';

/** Whether a setting of one session is still there after another one has begun a transaction, which takes the connection that is free. */
async function staysBeside(one: pg.Client, other: pg.Client): Promise<boolean> {
  const word = `${Date.now()}-${Math.random()}`;
  await one.query(`select set_config('drawbridge.session', $1, false)`, [word]);
  try {
    await other.query('begin');
    const { rows } = await one.query<{ word: string | null }>(
      `select current_setting('drawbridge.session', true) as word`,
    );
    return rows[0]?.word === word;
  } catch (error) {
    if (isOfPooler(error)) return false;
    throw error;
  } finally {
    await other.query('rollback').catch(() => undefined);
  }
}

/** A pooler that has one connection keeps us waiting for it while a transaction runs; in statement mode it takes no transaction (08P01). */
const isOfPooler = (error: unknown): boolean =>
  error instanceof Error && (error.message === 'Query read timeout' || ('code' in error && error.code === '08P01'));

async function isAsleep(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ role: string }>(`select current_setting('session_replication_role') as role`);
  return rows[0]?.role !== 'origin';
}
