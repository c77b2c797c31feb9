import type { HumanCommand } from '../domain/case/commands.js';
import type { Actor } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import type { PlanDifference } from '../domain/policyChange/difference.js';
import { planDifference } from '../domain/policyChange/planDifference.js';
import { mayNotPropose } from '../domain/policyChange/policyProposal.js';
import { sha256Hex } from '../evidence/chain.js';
import type { Built } from './built.js';
import type { ApiParts, PolicyReader } from './parts.js';
import { originOf } from './policyOrigin.js';
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

/** The command that proposes a policy; its text goes with it and is kept, so that whoever decides can read it. Of whoever may not propose one, nothing is read. */
export async function proposalOf(
  { policy: reader, store }: Pick<ApiParts, 'policy' | 'store'>,
  { state, actor }: { state: CaseState; actor: Actor },
  { policy: text, reason }: { policy: string; reason: string },
): Promise<Built> {
  // What the edge works out beside may come out otherwise when it is repeated.
  const asked = { type: 'ProposePolicy', policy: sha256Hex(text), reason };
  if (mayNotPropose(state, actor) !== undefined) return { command: unread(text, reason), asked };
  const migration = migrationOf(reader, state, text);
  const origin = await originOf({ policy: reader, store }, migration.policy.hash);
  const policy = await store.documents.carryPolicy(state.caseId, text);
  return { command: { type: 'ProposePolicy', ...migration, origin, reason }, policy, asked };
}

/** A proposal of which only the hash is known: on no plan can it be told against, so that the case refuses it. */
const unread = (text: string, reason: string): HumanCommand => ({
  type: 'ProposePolicy',
  policy: { name: '', version: '', hash: sha256Hex(text) },
  from: '',
  plan: '',
  difference: [],
  reason,
});
