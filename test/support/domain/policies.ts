import type { Plan } from '../../../domain/case/plan.js';
import type { PolicyOrigin } from '../../../domain/policyChange/origin.js';
import { planDifference } from '../../../domain/policyChange/planDifference.js';
import { policyHash } from '../../../policy/loadPolicy.js';
import { planUnder } from '../../../policy/planUnder.js';
import { controlBlock, edited } from '../policy/policyText.js';
import { decide } from './acts.js';
import { as, type Book } from './book.js';

/** The default policy without a control that has to be met by each person. */
export const LENIENT = edited(controlBlock('PP-2'), '').replace(/^name: .+$/m, 'name: lenient');

/** The plan of this case under another policy. */
export function planOf(book: Book, text: string) {
  const made = planUnder(text, book.state);
  if (!made.ok) throw new Error(JSON.stringify(made.faults));
  return made.plan;
}

/** Proposes another policy, as the API does. */
export function propose(
  book: Book,
  text: string,
  by = as('procurement'),
  from = book.state.plan.hash,
  origin?: PolicyOrigin,
) {
  const plan = planOf(book, text);
  book.policies.set(policyHash(text), text);
  const difference = planDifference(book.state.plan, plan);
  const reason = 'The house has another policy now.';
  const whose = origin === undefined ? {} : { origin };
  const { policy, hash } = plan;
  return book.act(by, { type: 'ProposePolicy', policy, ...whose, from, plan: hash, difference, reason });
}

/** Id of the proposal that was made last. */
export const asked = (book: Book): string =>
  Object.keys(book.state.approvals).findLast((id) => id.startsWith('policy:')) ?? '';

/** Decides the proposal made last; what was recorded, or the code of the refusal. */
export const answer = (book: Book, by = as('executive'), decision: 'approve' | 'reject' = 'approve') => {
  const act = decide(by, asked(book), decision);
  const outcome = book.act(by, act.command(book));
  return outcome.status === 'refused' ? outcome.code : outcome.events;
};

/** Types of the facts that a proposal bears on. */
export const types = (book: Book, mark: number): string[] =>
  book
    .since(mark)
    .flatMap((e) => (/^(Policy|Plan|Model|Scope|Approval|Stage|Access(Granted|Ended))/.test(e.type) ? [e.type] : []));

/** A plan in which controls, numbers, lists and gates are others. */
export function changedPlan(plan: Plan): Plan {
  const { 'PP-2': _gone, 'CA-4': hours, ...controls } = plan.controls;
  if (hours === undefined) throw new Error('the plan lacks CA-4');
  return {
    ...plan,
    controls: { ...controls, 'CA-4': { ...hours, numbers: { ...hours.numbers, minimumSharedHours: 5 } } },
    stages: plan.stages.map((s) => (s.id === 'contract' ? { ...s, deciders: [{ role: 'legal', quorum: 2 }] } : s)),
    meetings: plan.meetings.filter((m) => m.id !== 'CA-3'),
    numbers: { ...plan.numbers, lapseWarningDays: [30] },
  };
}
