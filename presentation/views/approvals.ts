import type { ApprovalView } from '../../contract/parts.js';
import type { Approval } from '../../domain/approvals/approval.js';
import { decideApproval } from '../../domain/approvals/decide.js';
import { isRefusal } from '../../domain/case/decision.js';
import type { Actor } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import type { Instant } from '../../domain/time.js';
import { wordsOf } from '../words/words.js';

/** Asks the domain whether this actor may decide now; its refusal is the reason why not. */
function mayDecide(state: CaseState, { id, contentHash }: Approval, actor: Actor, now: Instant) {
  // A rejection asks for the same right as an approval and never for more.
  const probe = { type: 'Decide', approval: id, contentHash, decision: 'reject', reason: '-' } as const;
  const decision = decideApproval(state, probe, actor, now);
  return isRefusal(decision) ? { youMayDecide: false, whyNot: wordsOf(decision.said) } : { youMayDecide: true };
}

/** An approval as somebody sees it, with whether they may decide it. */
export const approvalView = (state: CaseState, approval: Approval, actor: Actor, now: Instant): ApprovalView => ({
  ...approval,
  ...mayDecide(state, approval, actor, now),
});
