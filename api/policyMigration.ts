import type { HumanCommand } from '../domain/case/commands.js';
import type { CaseState } from '../domain/case/state.js';
import type { PlanDifference } from '../domain/policyChange/difference.js';
import { planDifference } from '../domain/policyChange/planDifference.js';
import type { Built } from './built.js';
import type { ApiParts, PolicyReader } from './parts.js';
import { fileProblem } from './problems.js';

/** What a policy would change in a case: both plans by their hashes, and the difference. */
export type Migration = Pick<Extract<HumanCommand, { type: 'ProposePolicy' }>, 'policy' | 'from' | 'plan'> & {
  difference: PlanDifference[];
};

/** Compiles a policy for a case and tells the difference; a fault of it is a `Malformed` problem with its place. */
export function migrationOf(reader: PolicyReader, state: CaseState, policyText: string): Migration {
  const made = reader.planUnder(policyText, state);
  if (!made.ok) throw fileProblem('The policy file,', made.faults);
  const { plan } = made;
  const { policy, hash } = plan;
  return { policy, from: state.plan.hash, plan: hash, difference: planDifference(state.plan, plan) };
}

/** The command that proposes a policy; its text goes with it and is kept, so that whoever decides can read it. */
export async function proposalOf(
  { policy: reader, store }: Pick<ApiParts, 'policy' | 'store'>,
  state: CaseState,
  { policy: text, reason }: { policy: string; reason: string },
): Promise<Built> {
  const migration = migrationOf(reader, state, text);
  const policy = await store.documents.carryPolicy(state.caseId, text);
  const command = { type: 'ProposePolicy', ...migration, reason } as const;
  // What the edge works out beside may come out otherwise when it is repeated.
  return { command, policy, asked: { type: 'ProposePolicy', policy: migration.policy, reason } };
}
