import type { ApprovalView } from '../../contract/parts.js';
import type { Approval } from '../../domain/approvals/approval.js';
import { decideApproval } from '../../domain/approvals/decide.js';
import { isRefusal } from '../../domain/case/decision.js';
import type { Actor } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import type { PolicyProposal } from '../../domain/policyChange/proposal.js';
import type { Instant } from '../../domain/time.js';
import { differenceWords } from '../plan/differenceWords.js';
import { wordsOf } from '../words/words.js';

/** Asks the domain whether this actor may decide now; its refusal is the reason why not. */
function mayDecide(state: CaseState, { id, contentHash }: Approval, actor: Actor, now: Instant) {
  // A rejection asks for the same right as an approval and never for more.
  const probe = { type: 'Decide', approval: id, contentHash, decision: 'reject', reason: '-' } as const;
  const decision = decideApproval(state, probe, actor, now);
  return isRefusal(decision) ? { youMayDecide: false, whyNot: wordsOf(decision.said) } : { youMayDecide: true };
}

/** What a policy is proposed for, with its difference in words. */
const proposalView = ({ difference, ...proposal }: PolicyProposal): ApprovalView['proposal'] => ({
  ...proposal,
  ...(difference === undefined ? {} : { difference: differenceWords(difference) }),
});

/** An approval as somebody sees it, with whether they may decide it. */
export function approvalView(state: CaseState, approval: Approval, actor: Actor, now: Instant): ApprovalView {
  const { proposal, ...rest } = approval;
  return {
    ...rest,
    ...(proposal === undefined ? {} : { proposal: proposalView(proposal) }),
    ...mayDecide(state, approval, actor, now),
  };
}
