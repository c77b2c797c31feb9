import { makeContinueAsNewFunc } from '@temporalio/workflow';
import type { Instant } from '../../domain/time.js';
import type { Carried, CaseInput } from '../contract.js';
import type { Reach } from './record.js';

/** Continues as a new run, on the build that runs go to by now; `now` is the case's time. */
export function handOver(
  { virtualNow, recovery: _said, ...input }: CaseInput,
  carried: Carried,
  now: Instant,
  { shouldMoveOn }: Reach,
): Promise<never> {
  const next = makeContinueAsNewFunc<(input: CaseInput) => Promise<void>>(
    shouldMoveOn ? { initialVersioningBehavior: 'AUTO_UPGRADE' } : {},
  );
  return next({ ...input, carried, ...(virtualNow === undefined ? {} : { virtualNow: now }) });
}
