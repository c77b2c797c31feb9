import { sideOf } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { endOfDay, localDay, plusBusinessHours } from '../clocks/businessTime.js';
import { lastDayEnd } from '../clocks/duty.js';
import { movedByPauses, movedDay } from '../clocks/pauses.js';
import { own } from '../record.js';
import { mayStart, turnsOn } from '../replacement/clockwork.js';
import { type Day, type Instant, notAfter } from '../time.js';
import type { FirstDay } from './firstDay.js';

/** True for somebody who is accepted and has not left. */
export const isExpected = (state: CaseState, person: string): boolean =>
  own(state.people, person)?.status === 'accepted';

/** First days that nobody of the client's has confirmed yet, of people who are still expected. */
export const openFirstDays = (state: CaseState): FirstDay[] =>
  state.plan.model.chosen === 'staff-augmentation'
    ? Object.values(state.firstDays ?? {}).filter((f) => f.confirmed === undefined && isExpected(state, f.person))
    : [];

/** The day by which somebody is expected, moved by pauses. */
export const expectedBy = (state: CaseState, { due, dueSince }: FirstDay): Day => movedDay(state, due, dueSince);

/** First instant at which somebody is late: after that day where the vendor is. */
export function lateFrom(state: CaseState, firstDay: FirstDay): Instant {
  const { vendor } = state.calendars;
  return lastDayEnd(state, endOfDay(vendor, expectedBy(state, firstDay)), vendor);
}

/** True while the client has to say whether somebody was there on the day that the vendor announced. */
export const awaitsConfirmation = ({ calendars }: CaseState, { announced }: FirstDay, now: Instant): boolean =>
  announced !== undefined && announced.day <= localDay(calendars.client, now);

/** True where somebody was announced for a day in time, and the client had the hours of its task to answer before it was late. */
export function isUnanswered(state: CaseState, firstDay: FirstDay, due: Instant): boolean {
  const { announced } = firstDay;
  if (announced === undefined || !awaitsConfirmation(state, firstDay, due)) return false;
  const hours = plusBusinessHours(state.calendars.client, announced.at, state.plan.numbers.taskHours);
  return announced.day <= expectedBy(state, firstDay) && notAfter(movedByPauses(state, announced.at, hours), due);
}

/** Whose miss a late first day is: the client's where the vendor has done its part in time, the vendor's otherwise. */
export function sideMissing(state: CaseState, firstDay: FirstDay, due: Instant, now: Instant): 'client' | 'vendor' {
  if (isUnanswered(state, firstDay, due)) return 'client';
  if (mayStart(state, firstDay.person, now)) return 'vendor';
  return turnsOn(state, firstDay.person, now).every((role) => sideOf(role) === 'client') ? 'client' : 'vendor';
}
