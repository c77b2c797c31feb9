import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { isDatabaseUnavailable } from './errors.js';
import { APP_ROLE, settleSession } from './session.js';
import type { Tables } from './tables.js';
import { requireStorable } from './text.js';

/** A connection pool with our tables, or a transaction on it. */
export type Database = Kysely<Tables>;
export type Tx = Transaction<Tables>;

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 15_000;
const LOCK_TIMEOUT_MS = 5_000;
const IDLE_IN_TRANSACTION_MS = 15_000;
/** Above the server's own limit: it ends a wait on a network that swallows packets. */
const QUERY_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 5_000;

/** 64-bit integers (counts among them) come as numbers; everything else as `pg` has it. */
const typeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format);

/** Connections of a pool at this moment; `waiting` counts queries that wait for one. */
export type PoolGauges = { open: number; idle: number; waiting: number };

/** Opens a pool of at most 10 connections that gives up on what hangs: 5 s to connect, 15 s a statement, 5 s a lock. */
export function connect(
  databaseUrl: string,
  applicationName: string,
  idleInTransactionMs = IDLE_IN_TRANSACTION_MS,
): { db: Database; gauges: () => PoolGauges } {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: applicationName,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    types: { getTypeParser: typeParser },
    onConnect: async (client) => {
      await settleSession(client, { statementMs: STATEMENT_TIMEOUT_MS, lockMs: LOCK_TIMEOUT_MS, idleInTransactionMs });
      await takeAppRole(client);
    },
  });
  // Without a listener an idle connection that breaks would end the process; the next query reports it.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: { connect: async () => discardWhenBroken(await pool.connect()), end: () => pool.end() },
    }),
  });
  return { db, gauges: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }) };
}

/** Gives up every privilege beyond the application's, where migrations could create that role. */
export async function takeAppRole(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>(
    `select pg_has_role(session_user, oid, 'member') as may from pg_roles where rolname = $1`,
    [APP_ROLE],
  );
  if (rows[0]?.may === true) await client.query(`set role ${APP_ROLE}`);
}

/** A pooled client that is thrown away after a failure of the connection, and that refuses text with U+0000. */
function discardWhenBroken(client: pg.PoolClient): pg.PoolClient {
  let broken = false;
  // A connection that breaks between two queries of a transaction says so here; without a listener it would end the process.
  const lost = () => {
    broken = true;
  };
  client.on('error', lost);
  const query = async (text: string, parameters: unknown[]) => {
    // PostgreSQL would answer with an error that looks like a defect.
    for (const one of parameters) if (typeof one === 'string') requireStorable(one);
    try {
      return await client.query(text, parameters);
    } catch (error) {
      broken ||= isDatabaseUnavailable(error);
      throw error;
    }
  };
  const release = () => {
    client.off('error', lost);
    client.release(broken);
  };
  return new Proxy(client, {
    get: (target, key) => (key === 'query' ? query : key === 'release' ? release : Reflect.get(target, key, target)),
  });
}
