import pg from 'pg';
import type { z } from 'zod';
import { ProviderError, type WhileAllowed } from '../port.js';
import { toProviderError } from './errors.js';

const POOL_SIZE = 4;
const CONNECT_MS = 5_000;
const STATEMENT_MS = 10_000;
const LOCK_MS = 5_000;
const IDLE_IN_TRANSACTION_MS = 30_000;
/** Beyond the server's own bound: it ends a wait on a network that swallows packets. */
const NETWORK_MS = 5_000;

/** How to reach the database. */
export type PostgresOptions = {
  /** Its address, with the role that gives and takes; TLS by `sslmode`. */
  databaseUrl: string;
  /** Bound of one statement, in milliseconds. Default 10,000. */
  statementMs?: number;
  /** Bound of a wait for a lock, in milliseconds. Default 5,000. */
  lockMs?: number;
};

/** A transaction that queries are sent in; every answer is parsed by its schema. */
export type Session = {
  /** Sends one query and reads its rows. */
  read<T>(row: z.ZodType<T>, text: string, values?: unknown[]): Promise<T[]>;
  /** Sends a command. */
  run(text: string, values?: unknown[]): Promise<void>;
};

/** What work is done with; each way of doing it throws `ProviderError` and nothing else. */
export type Sessions = {
  /** In a transaction that only reads. */
  reading<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** In a transaction that holds when it is committed, within `whileAllowed` where that gives something. */
  changing<T>(work: (session: Session) => Promise<T>, whileAllowed?: WhileAllowed): Promise<T>;
  /** Ends every connection. */
  close(): Promise<void>;
};

/** Opens a pool of at most 4 connections that gives up on what hangs: 5 s to connect, 10 s a statement, 5 s a lock. */
export function openSessions({ databaseUrl, statementMs = STATEMENT_MS, lockMs = LOCK_MS }: PostgresOptions): Sessions {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'drawbridge access',
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: statementMs + NETWORK_MS,
    keepAlive: true,
  });
  /* Without a listener an idle connection that breaks would end the process; the next query reports it. */
  pool.on('error', () => undefined);
  /* Of the transaction and not of the connection, which a pooler may change from one to the next. Names of ours are the
     catalogue's: nobody can put a function of theirs before it. */
  const settings = `set local search_path = pg_catalog, pg_temp;
    set local timezone = 'UTC';
    set local statement_timeout = ${Math.trunc(statementMs)};
    set local lock_timeout = ${Math.trunc(lockMs)};
    set local idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS}`;
  const transaction = async <T>(
    begin: string,
    work: (session: Session) => Promise<T>,
    whileAllowed: WhileAllowed = (send) => send(),
  ) => {
    try {
      return await inTransaction(await pool.connect(), `${begin}; ${settings}`, work, whileAllowed);
    } catch (error) {
      throw toProviderError(error);
    }
  };
  return {
    reading: (work) => transaction('begin isolation level repeatable read, read only', work),
    changing: (work, whileAllowed) => transaction('begin isolation level read committed', work, whileAllowed),
    close: () => pool.end(),
  };
}

async function inTransaction<T>(
  client: pg.PoolClient,
  begin: string,
  work: (session: Session) => Promise<T>,
  whileAllowed: WhileAllowed,
): Promise<T> {
  /* A connection that breaks between two queries says so here; without a listener it would end the process. */
  const lost = () => undefined;
  client.on('error', lost);
  let broken = true;
  try {
    await client.query(begin);
    const done = await work(sessionOf(client));
    await whileAllowed(() => commit(client));
    broken = false;
    return done;
  } catch (error) {
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}

/* A transaction in which something failed is rolled back by `commit`, which says so by its tag alone. */
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('commit');
  if (command !== 'COMMIT')
    throw new ProviderError('ProviderUnavailable', 'PostgreSQL has rolled the change back instead of keeping it.');
}

const sessionOf = (client: pg.PoolClient): Session => ({
  read: async (row, text, values) => row.array().parse((await client.query(text, values)).rows),
  run: async (text, values) => void (await client.query(text, values)),
});
