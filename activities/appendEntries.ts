import type { Store } from '../store/contract.js';
import { outcomeOf } from '../store/outcome.js';
import type { LedgerActivities } from './contract.js';
import { onLedger } from './onLedger.js';

/** Records one command in one transaction; where nothing is to be recorded, it only answers. */
export function createAppendEntries({
  ledger,
}: {
  ledger: Pick<Store['ledger'], 'appendEntries'>;
}): LedgerActivities['appendEntries'] {
  return async (recording) => {
    if ('undecided' in recording) return { status: 'undecided' };
    const { next, idle, ...input } = recording;
    const { entries, expected: head } = input;
    if (idle) return { status: 'appended', head, outcome: outcomeOf(input, head), entries, next };
    const answer = await onLedger(() => ledger.appendEntries(input));
    return answer.status === 'appended' ? { ...answer, entries, next } : answer;
  };
}
