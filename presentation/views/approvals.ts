import type { ApprovalView } from '../../contract/parts.js';
import type { Approval } from '../../domain/approvals/approval.js';
import { decideApproval } from '../../domain/approvals/decide.js';
import { isRefusal } from '../../domain/case/decision.js';
import type { Actor } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { parseSubjectKey } from '../../domain/controls/control.js';
import type { JsonObject } from '../../domain/controls/form.js';
import { CONTROLS } from '../../domain/controls/index.js';
import type { PolicyProposal } from '../../domain/policyChange/proposal.js';
import { own } from '../../domain/record.js';
import type { Instant } from '../../domain/time.js';
import { answersOf } from '../evidence/answers.js';
import { differenceWords } from '../plan/differenceWords.js';
import { wordsOf } from '../words/words.js';
import { disagreementsLeft } from './leftOpen.js';

/** Asks the domain whether this actor may decide now; its refusal is the reason why not. */
function mayDecide(state: CaseState, { id, contentHash }: Approval, actor: Actor, now: Instant) {
  // A rejection asks for the same right as an approval and never for more.
  const probe = { type: 'Decide', approval: id, contentHash, decision: 'reject', reason: '-' } as const;
  const decision = decideApproval(state, probe, actor, now);
  return isRefusal(decision) ? { youMayDecide: false, whyNot: wordsOf(decision.said) } : { youMayDecide: true };
}

/** What a policy is proposed for, with its difference in words. */
const proposalView = ({ difference, origin, ...proposal }: PolicyProposal): ApprovalView['proposal'] => ({
  ...proposal,
  ...(origin === undefined ? {} : { origin: origin.kind }),
  ...(difference === undefined ? {} : { difference: differenceWords(difference) }),
});

/** What new evidence answers otherwise than what stands: old and new beside each other, and a text by its title. */
export const changesOf = (state: CaseState, { successors = [] }: Approval): NonNullable<ApprovalView['changes']> =>
  successors.flatMap((key) => {
    const { controlId } = parseSubjectKey(key);
    const { form: shape, title = controlId } = CONTROLS[controlId] ?? {};
    const next = state.successors?.[key];
    if (!shape || next === undefined) return [];
    const titleOf = (document: string): string => state.papers[document]?.title ?? document;
    const words = (form: JsonObject): Map<string, string> =>
      new Map(answersOf(shape, form, { titleOf }).map(({ question, answer }) => [question, answer]));
    const before = words(state.evidence[key]?.form ?? {});
    const after = words(next.form);
    return [...new Set([...before.keys(), ...after.keys()])]
      .filter((question) => before.get(question) !== after.get(question))
      .map((question) => ({ key, title, question, before: before.get(question), after: after.get(question) }));
  });

/** Whose rejection it is that stands: kept beside the approval, with the content that was rejected. */
export function rejectedView(state: CaseState, { id, status, contentHash }: Approval): Pick<ApprovalView, 'rejected'> {
  if (status !== 'rejected') return {};
  const found = own(state.rejections, id)?.findLast((one) => one.contentHash === contentHash);
  return found === undefined ? {} : { rejected: { by: found.by, at: found.at, reason: found.reason } };
}

/** An approval as somebody sees it, with whether they may decide it. */
export function approvalView(state: CaseState, approval: Approval, actor: Actor, now: Instant): ApprovalView {
  const { proposal, items: _refs, stands: _before, rejections, ...rest } = approval;
  const changes = changesOf(state, approval);
  const left = disagreementsLeft(state, approval).map((said) => wordsOf(said));
  return {
    ...rest,
    ...rejectedView(state, approval),
    ...(rejections === undefined ? {} : { rejections: rejections.map(({ by, at, reason }) => ({ by, at, reason })) }),
    ...(changes.length === 0 ? {} : { changes }),
    ...(left.length === 0 ? {} : { disagreements: left }),
    ...(proposal === undefined ? {} : { proposal: proposalView(proposal) }),
    ...mayDecide(state, approval, actor, now),
  };
}
