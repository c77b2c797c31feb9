import { makeContinueAsNewFunc, workflowInfo } from '@temporalio/workflow';
import type { Instant } from '../../domain/time.js';
import type { Carried, CaseInput } from '../contract.js';

/** True once this run is pinned to a build that is not the one which runs go to by now. */
export const movesOn = (): boolean => workflowInfo().targetWorkerDeploymentVersionChanged;

/** Continues as a new run, on the build that runs go to by now; `now` is the case's time. */
export function handOver({ virtualNow, ...input }: CaseInput, carried: Carried, now: Instant): Promise<never> {
  const next = makeContinueAsNewFunc<(input: CaseInput) => Promise<void>>(
    movesOn() ? { initialVersioningBehavior: 'AUTO_UPGRADE' } : {},
  );
  return next({ ...input, carried, ...(virtualNow === undefined ? {} : { virtualNow: now }) });
}
