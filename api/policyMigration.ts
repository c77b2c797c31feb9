import type { HumanCommand } from '../domain/case/commands.js';
import type { CaseState } from '../domain/case/state.js';
import type { PlanDifference } from '../domain/policyChange/difference.js';
import { planDifference } from '../domain/policyChange/planDifference.js';
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

/** The command that proposes a policy; its text is kept, so that whoever decides can read it. */
export async function proposalOf(
  { policy: reader, store }: Pick<ApiParts, 'policy' | 'store'>,
  state: CaseState,
  { policy: text, reason }: { policy: string; reason: string },
): Promise<HumanCommand> {
  const migration = migrationOf(reader, state, text);
  const bytes = Buffer.from(text, 'utf8');
  await store.documents.put({ bytes, mediaType: 'application/yaml', fileName: 'policy.yaml' });
  return { type: 'ProposePolicy', ...migration, reason };
}

/** What of a command its sender has asked for; what the edge has worked out beside it may come out otherwise when it is repeated. */
export function askedFor(command: HumanCommand): unknown {
  if (command.type !== 'ProposePolicy') return command;
  const { from: _from, plan: _plan, difference: _difference, ...asked } = command;
  return asked;
}
