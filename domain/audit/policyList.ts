import type { Plan } from '../case/plan.js';
import type { PersonId } from '../case/roles.js';
import type { Instant } from '../time.js';
import type { CustodyEntry } from './custody.js';

/** Who put a policy on the operator's list or took it off, when and why. */
export type ListAct = { at: Instant; by: PersonId; reason: string };

/** A policy that was put on the operator's list; `entry`: the entry of the log that did so last. */
export type ListedPolicy = {
  policy: Plan['policy'];
  entry: { seq: number; hash: string };
  listed: ListAct;
  /** Set once it was taken off: no case is opened under it any more. */
  delisted?: ListAct;
};

/** The operator's list after these entries, in the order in which the policies came to it. */
export function policyListOf(entries: readonly (CustodyEntry & { hash: string })[]): ListedPolicy[] {
  const list = new Map<string, ListedPolicy>();
  for (const { seq, hash, at, actor, fact } of entries) {
    if (fact.type !== 'PolicyListed' && fact.type !== 'PolicyDelisted') continue;
    const { policy, reason } = fact;
    const act = { at, by: actor.personId, reason };
    const before = list.get(policy.hash);
    if (fact.type === 'PolicyListed') list.set(policy.hash, { policy, entry: { seq, hash }, listed: act });
    else if (before !== undefined) list.set(policy.hash, { ...before, delisted: act });
  }
  return [...list.values()];
}
