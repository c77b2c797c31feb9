import { ApplicationFailure } from '@temporalio/common';
import type { Store } from '../store/contract.js';
import { isDatabaseUnavailable } from '../store/openStore.js';
import type { LedgerActivities } from './contract.js';

/**
 * Records one command in one transaction.
 *
 * Fails with `DatabaseUnavailable`, which may be repeated, or with `Internal`, which may not: the store will never take these entries.
 */
export function createAppendEntries({
  ledger,
}: {
  ledger: Pick<Store['ledger'], 'appendEntries'>;
}): LedgerActivities['appendEntries'] {
  return async (input) => {
    try {
      return await ledger.appendEntries(input);
    } catch (error) {
      const unavailable = isDatabaseUnavailable(error);
      // Details of a failed statement may quote what was to be stored: they stay out of Temporal.
      throw ApplicationFailure.create({
        type: unavailable ? 'DatabaseUnavailable' : 'Internal',
        nonRetryable: !unavailable,
        message: unavailable
          ? 'The database cannot be reached.'
          : `The store failed on the entries (${kindOf(error)}).`,
      });
    }
  };
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}
