import type { CommandOutcome } from '../domain/case/receipt.js';
import type { Database } from './connect.js';
import type { Store } from './contract.js';

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

/** The row that keeps an outcome under its id for ever. */
export const commandRow = (
  { caseId, commandId, requestHash }: { caseId: string; commandId: string; requestHash: string },
  outcome: CommandOutcome,
) => ({
  case_id: caseId,
  command_id: commandId,
  request_hash: requestHash,
  outcome: JSON.stringify(outcome),
});
