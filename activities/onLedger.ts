import { ApplicationFailure } from '@temporalio/common';
import { isDatabaseUnavailable } from '../store/openStore.js';
import { errorKind } from './errorKind.js';

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
    const kind = errorKind(error);
    throw ApplicationFailure.create({
      type: unavailable ? 'DatabaseUnavailable' : 'Internal',
      nonRetryable: !unavailable,
      message: unavailable
        ? `The database cannot be reached or is not accepting work (${kind}).`
        : `The store could not process the entries (${kind}).`,
    });
  }
}
