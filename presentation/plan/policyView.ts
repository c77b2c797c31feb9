import type { CaseView } from '../../contract/caseView.js';
import type { CaseState } from '../../domain/case/state.js';
import { dayText } from '../words/dates.js';

type PolicyView = CaseView['policy'];

/** The policy that a case follows, with whose it was when the case came under it. */
export function policyView({ plan, policyOrigin: origin }: Pick<CaseState, 'plan' | 'policyOrigin'>): PolicyView {
  if (origin === undefined) return plan.policy;
  const listed = origin.kind === 'listed' ? { entry: { seq: origin.entry, hash: origin.entryHash } } : {};
  return { ...plan.policy, origin: origin.kind, ...listed };
}

/** What a reader should know of a policy that is not simply the installation's own; empty where there is nothing. */
function remarkOf({ origin, entry, delistedAt }: PolicyView): string {
  if (origin === 'foreign') return ' (not this installation’s own: approved for this case alone)';
  if (origin !== 'listed' || entry === undefined) return '';
  const off = delistedAt === undefined ? '' : `, taken off the list on ${dayText(delistedAt.slice(0, 10))}`;
  return ` (on the operator’s list, custody entry ${entry.seq}${off})`;
}

/** A policy by name and version, and whose it is. */
export const policyText = (policy: PolicyView): string => `${policy.name} ${policy.version}${remarkOf(policy)}`;

/** The line under a letter about a case whose policy is not the installation's own; undefined for any other. */
export const policyFooter = ({ plan, policyOrigin }: CaseState): string | undefined =>
  policyOrigin?.kind === 'foreign'
    ? `This case follows the policy ${plan.policy.name} ${plan.policy.version}, which is not this installation’s own.`
    : undefined;
