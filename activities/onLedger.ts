import { ApplicationFailure } from '@temporalio/common';
import { isDatabaseUnavailable } from '../store/openStore.js';

/**
 * Asks the ledger. Fails with `DatabaseUnavailable`, which may be repeated, or with `Internal`, which may not.
 *
 * Details of a failed statement may quote what was to be stored: they stay out of Temporal.
 */
export async function onLedger<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const unavailable = isDatabaseUnavailable(error);
    throw ApplicationFailure.create({
      type: unavailable ? 'DatabaseUnavailable' : 'Internal',
      nonRetryable: !unavailable,
      message: unavailable ? 'The database cannot be reached.' : `The store failed on the entries (${kindOf(error)}).`,
    });
  }
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}
