import type { CaseView } from '../contract/caseView.js';
import type { ListedPolicy } from '../domain/audit/policyList.js';
import type { Plan } from '../domain/case/plan.js';
import type { Actor } from '../domain/case/roles.js';
import type { OwnOrigin, PolicyOrigin } from '../domain/policyChange/origin.js';
import type { ApiParts } from './parts.js';
import { Problem } from './problems.js';

type Parts = Pick<ApiParts, 'policy' | 'store'>;

/** What the operator's list says of a policy at this moment; undefined where it is not on it. */
async function onList({ store }: Parts, hash: string): Promise<ListedPolicy | undefined> {
  const [found] = await store.custody.policies(hash);
  return found?.delisted === undefined ? found : undefined;
}

const listedAs = ({ entry }: ListedPolicy): OwnOrigin => ({
  kind: 'listed',
  entry: entry.seq,
  entryHash: entry.hash,
});

/** Whose a policy is at this moment. */
export async function originOf(parts: Parts, hash: string): Promise<PolicyOrigin> {
  if (hash === parts.policy.own.hash) return { kind: 'own' };
  const found = await onList(parts, hash);
  return found === undefined ? { kind: 'foreign' } : listedAs(found);
}

/** Whose the policy is that somebody opens a case under; throws for one that is not the installation's, or that the opener has put on its list. */
export async function originAtOpening(parts: Parts, actor: Actor, policy: Plan['policy']): Promise<OwnOrigin> {
  if (policy.hash === parts.policy.own.hash) return { kind: 'own' };
  const found = await onList(parts, policy.hash);
  if (found === undefined)
    throw new Problem(
      'PolicyNotListed',
      `The policy ${policy.name} ${policy.version} (${policy.hash.slice(0, 16)}…) is not one of this installation. Open the case without it and propose it there, so that it is decided (drawbridge policy propose FILE --case CASE), or ask an operator to list it (drawbridge policy allow FILE).`,
    );
  // Nothing widens what may be opened by one person's acts alone.
  if (found.listed.by === actor.personId)
    throw new Problem(
      'RequesterMayNotDecide',
      'You put this policy on the list yourself, so somebody else opens cases under it.',
    );
  return listedAs(found);
}

/** The policy of a case, with when it was taken off the list that it was on. */
export async function asListedNow(
  { store }: Pick<ApiParts, 'store'>,
  policy: CaseView['policy'],
): Promise<CaseView['policy']> {
  if (policy.origin !== 'listed') return policy;
  const [found] = await store.custody.policies(policy.hash);
  return found?.delisted === undefined ? policy : { ...policy, delistedAt: found.delisted.at };
}
