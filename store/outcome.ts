import { isErrorCode } from '../domain/case/errors.js';
import type { CommandOutcome } from '../domain/case/receipt.js';
import type { Head } from '../evidence/ledger.js';
import type { AppendInput } from './contract.js';

/**
 * The outcome with its receipt: the last entry of the append.
 *
 * A refusal that is not on the record has none; a command that changed nothing points at the head that it found.
 */
export function outcomeOf({ outcome, entries, at }: AppendInput, head: Head): CommandOutcome {
  const receipt = { seq: head.seq, hash: head.hash, at };
  if (outcome.status === 'recorded')
    return { status: 'recorded', receipt, events: outcome.events, notes: outcome.notes };
  const { code, said } = outcome;
  if (!isErrorCode(code)) throw new TypeError(`"${code}" is not in the table of errors.`);
  return entries.length === 0 ? { status: 'refused', code, said } : { status: 'refused', code, said, receipt };
}
