import { agreementNumber } from '../case/plan.js';
import type { CaseState } from '../case/state.js';
import { endOfDay, plusBusinessHours } from '../clocks/businessTime.js';
import { lastDayEnd } from '../clocks/duty.js';
import { movedByPauses, movedDay } from '../clocks/pauses.js';
import { type Instant, notAfter } from '../time.js';
import type { Milestone } from './milestone.js';

/** Business hours of the vendor before a milestone is due at which it becomes a task. */
const AHEAD_HOURS = 40;

/** The milestones of a case in the order of their days; none while the chosen model has none. */
export const milestonesOf = ({ milestones, plan }: CaseState): Milestone[] =>
  plan.model.chosen === 'project'
    ? Object.values(milestones?.list ?? {}).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    : [];

/** True while the vendor still has to deliver it. */
export const isOwed = ({ status }: Milestone): boolean => status === 'planned' || status === 'returned';

/** First instant after the day of a milestone where the vendor is. */
function plannedEnd(state: CaseState, { due, dueSince }: Milestone): Instant {
  const { vendor } = state.calendars;
  return lastDayEnd(state, endOfDay(vendor, movedDay(state, due, dueSince)), vendor);
}

/** When the policy's hours after a return are over. */
function reworkEnd(state: CaseState, from: Instant): Instant {
  const { vendor } = state.calendars;
  const hours = agreementNumber(state.plan, 'reworkHours');
  return movedByPauses(state, from, plusBusinessHours(vendor, from, hours), vendor);
}

/** True where the hours after a return at an instant run beyond the day of the milestone. */
export const runsBeyond = (state: CaseState, milestone: Milestone, at: Instant): boolean =>
  !notAfter(reworkEnd(state, at), plannedEnd(state, milestone));

/** First instant at which what is owed is late: after its day where the vendor is, or after the hours beyond it that one return has given. */
export function deliverBy(state: CaseState, milestone: Milestone): Instant {
  const planned = plannedEnd(state, milestone);
  const { reworkFrom } = milestone;
  if (reworkFrom === undefined) return planned;
  const again = reworkEnd(state, reworkFrom);
  return notAfter(planned, again) ? again : planned;
}

/** From when on the delivery is a task: some days ahead, so that the time before is nobody's turn. */
export const askedFrom = (state: CaseState, milestone: Milestone): Instant =>
  plusBusinessHours(state.calendars.vendor, deliverBy(state, milestone), -AHEAD_HOURS);

/** By when the client accepts or returns what was delivered; undefined while nothing waits for it. */
export function answerBy(state: CaseState, { status, delivered }: Milestone): Instant | undefined {
  if (status !== 'delivered' || delivered === undefined) return undefined;
  const hours = agreementNumber(state.plan, 'acceptanceHours');
  return movedByPauses(state, delivered.at, plusBusinessHours(state.calendars.client, delivered.at, hours));
}
