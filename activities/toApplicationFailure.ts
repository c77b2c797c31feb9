import { ApplicationFailure } from '@temporalio/common';
import { isDatabaseUnavailable } from '../store/openStore.js';
import { errorKind } from './errorKind.js';

/**
 * What Temporal is told of an effect that failed in a way that is not foreseen: a code and one sentence. It may be tried again.
 *
 * Temporal keeps texts and stacks of failures in clear; those of others may name hosts, roles and people.
 */
export function toApplicationFailure(error: unknown): ApplicationFailure {
  const unavailable = isDatabaseUnavailable(error);
  const kind = errorKind(error);
  return ApplicationFailure.create({
    type: unavailable ? 'DatabaseUnavailable' : 'Internal',
    message: unavailable
      ? `The database cannot be reached or is not accepting work (${kind}).`
      : `The effect failed unexpectedly (${kind}).`,
  });
}
