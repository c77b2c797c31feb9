import type { EngagementModel, Intake } from '../domain/case/intake.js';
import type { Plan } from '../domain/case/plan.js';
import { say } from '../domain/say.js';
import type { Store } from '../store/contract.js';
import type { EffectActivities } from './contract.js';

/** Brings a policy's text and an intake together for the model chosen; throws when the text is no valid policy. */
export type CompilePlan = (policyText: string, intake: Intake, model: EngagementModel) => Plan;

/** What recompiling needs. */
export type RecompilePlanPorts = {
  store: { cases: Pick<Store['cases'], 'get'>; documents: Pick<Store['documents'], 'get'> };
  compilePlan: CompilePlan;
};

/** Compiles the plan again with the case's own policy, or the one approved for it, whatever policy the installation has by now. */
export function createRecompilePlan({ store, compilePlan }: RecompilePlanPorts): EffectActivities['recompilePlan'] {
  return async ({ model, intake, policy: approved }, { caseId }) => {
    const found = await store.cases.get(caseId);
    if (found === undefined) throw new Error('The store has no such case.');
    const { plan } = found.state;
    const policy = await store.documents.get(caseId, approved ?? plan.policy.hash);
    if (policy === undefined) return { kind: 'plan-failed', said: say('policy-change.policy-not-stored') };
    try {
      return {
        kind: 'plan-compiled',
        plan: compilePlan(policy.bytes.toString('utf8'), intake ?? found.state.intake, model),
      };
    } catch {
      return { kind: 'plan-failed', said: say('policy-change.policy-unreadable') };
    }
  };
}
