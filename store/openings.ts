import { type RawBuilder, sql } from 'kysely';
import { storedCase } from './cases.js';
import type { Database, Tx } from './connect.js';
import { StoreError } from './errors.js';
import type { HeldCase } from './heldCase.js';
import { stopOn } from './stops.js';

/** Apart from other advisory locks on the same text. */
const SEED = 7_203_117_002;

const key = (caseId: string): RawBuilder<unknown> => sql`hashtextextended(${caseId}, ${SEED}::bigint)`;

/**
 * Runs `open` while nothing that takes access away can be recorded for the case: that record waits in {@link awaitOpenings}.
 *
 * The hold lasts as long as its database session, so also while this process is stopped, until `idle_in_transaction_session_timeout` ends the session.
 */
export async function holdOpenings<T>(db: Database, caseId: string, open: (held: HeldCase) => Promise<T>): Promise<T> {
  let why: unknown;
  const held = db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock_shared(${key(caseId)})`.execute(tx);
    const found = await storedCase(tx, caseId);
    if (found === undefined) throw new StoreError('CaseNotFound', 'Case not found, or you don’t have access to it.');
    const stillHeld = () =>
      sql`select 1`.execute(tx).then(
        () => true,
        () => false,
      );
    return open({ state: found.state, stillHeld, stopOn: (opening) => stopOn(tx, opening) }).catch((error: unknown) => {
      why = error;
      throw error;
    });
  });
  return held.catch((error: unknown) => {
    // A session that was lost cannot be rolled back either; what came first says why.
    throw why ?? error;
  });
}

/** Waits until no opening of the case is under way; from here to the end of the transaction none begins. */
export async function awaitOpenings(tx: Tx, caseId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${key(caseId)})`.execute(tx);
}
