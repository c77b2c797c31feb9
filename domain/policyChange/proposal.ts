import type { Plan } from '../case/plan.js';
import type { PlanDifference } from './difference.js';
import type { PolicyOrigin } from './origin.js';

/** The policy that a running case is proposed to go over to. */
export type PolicyProposal = {
  policy: Plan['policy'];
  /** Whose the policy was when it was proposed; left out where that was not recorded. */
  origin?: PolicyOrigin;
  /** Hash of the plan that the difference is told against; under another plan the proposal is void. */
  from: string;
  /** In what the plan under the new policy differs; left out once it is decided. */
  difference?: PlanDifference[];
};
