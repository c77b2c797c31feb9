import { sql } from 'kysely';
import { cases } from './cases.js';
import { commands } from './commands.js';
import { connect, type PoolGauges } from './connect.js';
import type { Store } from './contract.js';
import { custody } from './custody.js';
import { documents } from './documents.js';
import { ledger } from './ledger.js';
import { mailJournal } from './mailJournal.js';
import { masterKeyCheck } from './masterKeyCheck.js';
import { type CaseTally, pendingMigrations, tallyCases } from './operating.js';
import { people } from './people.js';
import { keyring } from './secrets.js';
import { tokens } from './tokens.js';

/** What a process asks of its database about itself, beside the work. */
export type Operating = {
  /** Names of the migrations that this version needs and the database has not got. */
  pendingMigrations(): Promise<string[]>;
  /** How many cases stand where. */
  tallyCases(): Promise<CaseTally[]>;
  pool(): PoolGauges;
};

/**
 * Opens our database; connections are made when they are first needed, at most 10.
 *
 * `masterKey`: 32 bytes, the same for the life of the database, else `WrongMasterKey`.
 * `applicationName`: as shown in `pg_stat_activity`, default `drawbridge`.
 */
export function openStore(
  databaseUrl: string,
  options: { masterKey: Buffer; applicationName?: string },
): Store & { operating: Operating } {
  const keys = keyring(options.masterKey);
  const { db, gauges } = connect(databaseUrl, options.applicationName ?? 'drawbridge');
  const ready = masterKeyCheck(db, keys);
  let closing: Promise<void> | undefined;
  return {
    ledger: ledger(db),
    cases: cases(db),
    commands: commands(db),
    people: people(db, keys, ready),
    tokens: tokens(db),
    documents: documents(db, keys, ready),
    custody: custody(db),
    mailJournal: mailJournal(db),
    operating: { pendingMigrations: () => pendingMigrations(db), tallyCases: () => tallyCases(db), pool: gauges },
    async ping() {
      await sql`select 1`.execute(db);
      await ready();
    },
    close: () => {
      closing ??= db.destroy();
      return closing;
    },
  };
}

export { isDatabaseUnavailable } from './errors.js';
