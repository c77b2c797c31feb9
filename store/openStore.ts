import { calendarFeeds } from './calendarFeeds.js';
import { cases } from './cases.js';
import { changes } from './changes.js';
import { commands } from './commands.js';
import { connect, type PoolGauges } from './connect.js';
import type { Store } from './contract.js';
import { custody } from './custody.js';
import { deviceSignIns } from './deviceSignIns.js';
import { type DocumentQuota, documents } from './documents.js';
import { ledger } from './ledger.js';
import { letters } from './letters.js';
import { looks } from './looks.js';
import { mailJournal } from './mailJournal.js';
import { masterKeyCheck } from './masterKeyCheck.js';
import { holdOpenings } from './openings.js';
import {
  type AddressTally,
  type CaseTally,
  pendingMigrations,
  requireWritable,
  tallyAddresses,
  tallyCases,
} from './operating.js';
import { operations } from './operations.js';
import { passkeys } from './passkeys.js';
import { people } from './people.js';
import { personalTokens } from './personalTokens.js';
import { places } from './places.js';
import { reads } from './reads.js';
import { keyring } from './secrets.js';
import { sessions } from './sessions.js';
import { signIns } from './signIns.js';
import { stops } from './stops.js';
import { tokens } from './tokens.js';

/** What a process asks of its database about itself, beside the work. */
export type Operating = {
  /** Names of the migrations that this version needs and the database has not got. */
  pendingMigrations(): Promise<string[]>;
  /** How many cases stand where. */
  tallyCases(): Promise<CaseTally[]>;
  tallyAddresses(): Promise<AddressTally>;
  pool(): PoolGauges;
};

/** How long a stopped process holds a case at most; an opening has to be asked for within a fraction of it. */
const HELD_FOR_MS = 120_000;

/**
 * Opens our database; connections are made when they are first needed, at most 10.
 *
 * `masterKey`: 32 bytes, the same for the life of the database, else `WrongMasterKey`.
 * `documentQuota`: how much may be uploaded; left out: as much as people need.
 * `applicationName`: as shown in `pg_stat_activity`, default `drawbridge`.
 */
export function openStore(
  databaseUrl: string,
  options: { masterKey: Buffer; applicationName?: string; documentQuota?: DocumentQuota },
): Store & { operating: Operating } {
  const keys = keyring(options.masterKey);
  const { db, gauges } = connect(databaseUrl, options.applicationName ?? 'drawbridge');
  // A pool of its own: a provider that is slow must not keep connections from commands.
  const { db: openings } = connect(databaseUrl, `${options.applicationName ?? 'drawbridge'} openings`, HELD_FOR_MS);
  const ready = masterKeyCheck(db, keys);
  const heard = changes(databaseUrl, `${options.applicationName ?? 'drawbridge'} changes`);
  let closing: Promise<void> | undefined;
  return {
    ledger: ledger(db, keys),
    cases: cases(db, keys),
    changes: heard,
    commands: commands(db),
    places: places(db, keys),
    looks: looks(db),
    calendarFeeds: calendarFeeds(db),
    reads: reads(db),
    stops: stops(db),
    operations: operations(db, gauges),
    people: people(db, keys, ready),
    tokens: tokens(db),
    personalTokens: personalTokens(db),
    deviceSignIns: deviceSignIns(db, keys),
    passkeys: passkeys(db),
    sessions: sessions(db, keys),
    signIns: signIns(db, keys),
    documents: documents(db, keys, ready, options.documentQuota),
    custody: custody(db),
    letters: letters(db, keys, ready),
    mailJournal: mailJournal(db),
    operating: {
      pendingMigrations: () => pendingMigrations(db),
      tallyCases: () => tallyCases(db),
      tallyAddresses: () => tallyAddresses(db),
      pool: gauges,
    },
    openings: { hold: (caseId, open) => holdOpenings(openings, caseId, open) },
    async ping() {
      await requireWritable(db);
      await ready();
    },
    close: () => {
      closing ??= Promise.all([db.destroy(), openings.destroy(), heard.close()]).then(() => undefined);
      return closing;
    },
  };
}

export { isDatabaseUnavailable } from './errors.js';
