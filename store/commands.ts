import type { CommandOutcome } from '../domain/case/receipt.js';
import type { Instant } from '../domain/time.js';
import { canonicalText, micros } from '../evidence/chain.js';
import type { Database } from './connect.js';
import type { Store } from './contract.js';
import type { Keyring } from './secrets.js';

/** The outcomes that were kept under command ids. */
export const commands = (db: Database): Store['commands'] => ({
  find: (caseId, commandId) => findOutcome(db, caseId, commandId),
});

/** The stored outcome of a command id; undefined when the id is new. */
async function findOutcome(db: Database, caseId: string, commandId: string) {
  const row = await db
    .selectFrom('commands')
    .select(['request_hash', 'outcome'])
    .where('case_id', '=', caseId)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return row && { requestHash: row.request_hash, outcome: parseOutcome(row.outcome) };
}

/** Written from a {@link commandRow} only, in a table that nobody may change. */
export const parseOutcome = (text: string): CommandOutcome => JSON.parse(text);

/** A command as it is kept: what it came to, by what it is known again, and since when, UTC to the microsecond. */
export type KeptCommand = {
  caseId: string;
  commandId: string;
  requestHash: string;
  outcome: string;
  recordedAt: string;
};

/** Binds everything that a row says to its place: what decides whether a repetition is one stands in no chain. */
export const macOf = (keys: Keyring, { caseId, commandId, requestHash, outcome, recordedAt }: KeptCommand): Buffer =>
  keys.mac('command', canonicalText({ caseId, commandId, requestHash, outcome, recordedAt }));

/** The row that keeps an outcome under its id for ever. */
export function commandRow(
  keys: Keyring,
  { caseId, commandId, requestHash }: Pick<KeptCommand, 'caseId' | 'commandId' | 'requestHash'>,
  said: CommandOutcome,
  recordedAt: Instant,
) {
  const outcome = JSON.stringify(said);
  return {
    case_id: caseId,
    command_id: commandId,
    request_hash: requestHash,
    outcome,
    recorded_at: new Date(recordedAt),
    mac: macOf(keys, { caseId, commandId, requestHash, outcome, recordedAt: micros(recordedAt) }),
  };
}
