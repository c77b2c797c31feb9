import type { CommandOutcome } from '../domain/case/receipt.js';
import type { Database, Tx } from './connect.js';
import type { Store } from './contract.js';

/** The outcomes that were kept under command ids. */
export const commands = (db: Database): Store['commands'] => ({
  find: (caseId, commandId) => findOutcome(db, caseId, commandId),
});

/** The stored outcome of a command id; undefined when the id is new. */
export async function findOutcome(db: Database | Tx, caseId: string, commandId: string) {
  const row = await db
    .selectFrom('commands')
    .select(['request_hash', 'outcome'])
    .where('case_id', '=', caseId)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return row && { requestHash: row.request_hash, outcome: parseOutcome(row.outcome) };
}

/** Written by {@link keepOutcome} only, in a table that nobody may change. */
const parseOutcome = (text: string): CommandOutcome => JSON.parse(text);

/** Keeps the outcome under its id for ever. */
export async function keepOutcome(
  tx: Tx,
  command: { caseId: string; commandId: string; requestHash: string },
  outcome: CommandOutcome,
): Promise<void> {
  await tx
    .insertInto('commands')
    .values({
      case_id: command.caseId,
      command_id: command.commandId,
      request_hash: command.requestHash,
      outcome: JSON.stringify(outcome),
    })
    .execute();
}
