import type { CaseState } from '../case/state.js';
import { type Day, type Instant, plusMs, toMs } from '../time.js';
import { daysBetween, localDay, plusBusinessHours, plusDays } from './businessTime.js';
import type { Calendar } from './calendar.js';

/** True while the procedure runs: the case is open and not paused. Statutory clocks do not ask this; they never pause. */
export const isRunning = (state: CaseState): boolean => state.status === 'open' && state.pause === undefined;

/** An instant of business time, moved by a wait of `ms` milliseconds to the next moment at which the party works. */
export const movedBy = (calendar: Calendar, due: Instant, ms: number): Instant =>
  plusBusinessHours(calendar, plusMs(due, ms), 0);

/** A due instant of a business clock that runs since `from`, moved by every pause in between; as it was without one. */
export function movedByPauses(
  state: CaseState,
  from: Instant,
  due: Instant,
  calendar: Calendar = state.calendars.client,
): Instant {
  return (state.pauses ?? []).reduce((moved, pause) => {
    const begun = Math.max(toMs(pause.from), toMs(from));
    const waited = toMs(pause.until) - begun;
    return waited <= 0 || begun >= toMs(moved) ? moved : movedBy(calendar, moved, waited);
  }, due);
}

/** Pauses of a case in their order; one without an end goes on. */
export const pausesOf = ({ pauses = [], pause }: CaseState): { from: Instant; until?: Instant; reason?: string }[] => [
  ...pauses,
  ...(pause === undefined ? [] : [{ from: pause.since, reason: pause.reason }]),
];

/** Calendar days of the client that pauses took away from the plan; those before the start date took none. */
function daysTaken(state: CaseState, pauses: { from: Instant; until: Instant }[]): number {
  const { startDate } = state.intake;
  const dayOf = (at: Instant): Day => localDay(state.calendars.client, at);
  const days = pauses.map(({ from, until }) =>
    daysBetween(dayOf(from) < startDate ? startDate : dayOf(from), dayOf(until)),
  );
  return days.reduce((sum, taken) => sum + Math.max(0, taken), 0);
}

/** A day of the plan, moved by the days of every pause that is over: whatever was late stays late by as much. */
export const movedPlanDay = (state: CaseState, day: Day): Day => plusDays(day, daysTaken(state, state.pauses ?? []));

/** A day that was agreed at an instant, moved by the days of every pause since. */
export function movedDay(state: CaseState, day: Day, agreedAt: Instant): Day {
  const since = (state.pauses ?? []).filter(({ until }) => toMs(until) > toMs(agreedAt));
  const clipped = since.map(({ from, until }) => ({ from: toMs(from) < toMs(agreedAt) ? agreedAt : from, until }));
  return plusDays(day, daysTaken(state, clipped));
}

/** Day of the plan at `now`: day 1 is the start date, and days of a pause do not count. */
export function planDayAt(state: CaseState, now: Instant): number {
  const taken = daysTaken(
    state,
    pausesOf(state).map(({ from, until = now }) => ({ from, until })),
  );
  return daysBetween(state.intake.startDate, localDay(state.calendars.client, now)) + 1 - taken;
}
