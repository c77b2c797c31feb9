import { type Decision, record } from '../case/decision.js';
import type { Plan } from '../case/plan.js';
import type { CaseState } from '../case/state.js';
import { contentHash } from '../hash.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';

/**
 * What comes of a plan that was compiled again. One for another model, scope or policy than is wanted by now is left aside; the next attempt is on
 * its way. Under an approved policy only the plan that was approved is taken.
 */
export function recompiled({ replan, plan: present }: CaseState, plan: Plan, retryAt: Instant): Decision {
  if (replan === undefined || plan.model.chosen !== replan.model) return record();
  const { intake, policy, reason } = replan;
  if (plan.policy.hash !== (policy?.hash ?? present.policy.hash)) return record();
  if (intake !== undefined && plan.intakeHash !== contentHash(intake)) return record();
  if (policy !== undefined && plan.hash !== policy.plan)
    return record({ type: 'PlanCompilationFailed', said: say('policy-change.other-plan'), nextAttemptAt: retryAt });
  return record({ type: 'PlanRecompiled', plan, ...(intake === undefined ? {} : { intake }), reason });
}
