import type { Plan } from '../domain/case/plan.js';
import type { CaseState } from '../domain/case/state.js';
import { namedFor } from '../domain/people/named.js';
import { compilePlan } from './compilePlan.js';
import { ConditionError } from './condition.js';
import { deadEnds } from './fit.js';
import { policyHash } from './loadPolicy.js';
import { parsePolicy } from './policyFile.js';

/** One thing that is wrong with a policy for a running case; with its place where the text itself is at fault. */
type MigrationFault = { line?: number; column?: number; path?: string; message: string };

/** The plan that a running case would have under a policy, or why it can have none. */
export type PlanUnder = { ok: true; plan: Plan } | { ok: false; faults: MigrationFault[] };

/** Compiles a policy's text for a case as it stands: its intake, its model, and the people whom it names. */
export function planUnder(policyText: string, state: CaseState): PlanUnder {
  const read = parsePolicy(policyText);
  if (!read.ok) return read;
  try {
    const loaded = { policy: read.policy, hash: policyHash(policyText) };
    const plan = compilePlan(loaded, state.intake, state.plan.model.chosen);
    const sentences = [...lostProfiles(state, plan), ...deadEnds(plan, (role) => namedFor(state, role))];
    return sentences.length === 0
      ? { ok: true, plan }
      : { ok: false, faults: sentences.map((message) => ({ message })) };
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    return { ok: false, faults: [read.locate(error)] };
  }
}

/** Access profiles that somebody of the roster needs and the policy lacks. */
function lostProfiles({ people }: CaseState, { profiles }: Plan): string[] {
  const staying = Object.values(people).filter((p) => p.status === 'proposed' || p.status === 'accepted');
  const needed = new Set(staying.flatMap((p) => p.needs.map((need) => need.profile)));
  return [...needed].flatMap((name) =>
    Object.hasOwn(profiles, name)
      ? []
      : [
          `The roster needs the access profile ${name}, which the policy lacks; it has ${Object.keys(profiles).join(', ')}.`,
        ],
  );
}
