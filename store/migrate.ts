import { Kysely, Migrator, PostgresDialect } from 'kysely';
import pg from 'pg';
import { fillLists } from './fillLists.js';
import { letAppIn } from './letAppIn.js';
import { migrations } from './migrations/index.js';
import { requireSession, settleSession } from './session.js';
import type { Tables } from './tables.js';

/** Number of the advisory lock that one starter holds while it migrates; the next one waits. */
const MIGRATION_LOCK = 7_203_117_001;
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Brings the database to the present schema and answers the names of the migrations that were applied.
 *
 * Everything is applied or nothing, then lists that are new are filled from the stored states; a failure is thrown, `DatabaseNotReady` where a session does not stay one. Two at once are safe: the second waits, then finds nothing to do.
 * `appUser`: the role that serves, if it is another one than the one that migrates; it gets the application's rights and no more.
 */
export async function migrate(databaseUrl: string, { appUser }: { appUser?: string } = {}): Promise<string[]> {
  const connection = { connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS };
  await requireSession(databaseUrl);
  const guard = new pg.Client(connection);
  await guard.connect();
  try {
    await settleSession(guard);
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await applyAll(
      new pg.Pool({
        ...{ ...connection, max: 2, application_name: 'drawbridge-migrate' },
        onConnect: (client) => settleSession(client),
      }),
    );
    await letAppIn(guard, appUser);
    return applied;
  } finally {
    await guard.end();
  }
}

async function applyAll(pool: pg.Pool): Promise<string[]> {
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    await fillLists(db);
    return results.filter((one) => one.status === 'Success').map((one) => one.migrationName);
  } finally {
    await db.destroy();
  }
}
