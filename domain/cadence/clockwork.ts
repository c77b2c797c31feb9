import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { PlannedMeeting } from '../case/plan.js';
import type { CaseState } from '../case/state.js';
import { isWorkingDay, localDay, opensAt, plusBusinessHours, plusDays, weekdayOf } from '../clocks/businessTime.js';
import { isRunning } from '../clocks/pauses.js';
import type { Day, Instant } from '../time.js';
import { notAfter } from '../time.js';

/** Longest look ahead for the next day of a meeting, days; a month and its holidays fit. */
const LOOK_AHEAD_DAYS = 70;

/** True when no working day follows within the same week or month. */
function isLastWorkingDay(state: CaseState, day: Day, sameUnit: (other: Day) => boolean): boolean {
  for (let d = plusDays(day, 1); sameUnit(d); d = plusDays(d, 1))
    if (isWorkingDay(state.calendars.client, d)) return false;
  return true;
}

function meetsOn(state: CaseState, every: PlannedMeeting['every'], day: Day): boolean {
  if (!isWorkingDay(state.calendars.client, day)) return false;
  if (every === 'working-day') return true;
  if (every === 'month') return isLastWorkingDay(state, day, (d) => d.slice(0, 7) === day.slice(0, 7));
  const sunday = plusDays(day, 7 - weekdayOf(day));
  return isLastWorkingDay(state, day, (d) => d <= sunday);
}

/** The next day of a meeting: it begins on the day after the working agreement was reached. */
function nextDay(state: CaseState, meeting: PlannedMeeting): Day | undefined {
  const agreed = state.stagesDone['working-agreement'];
  const last =
    state.lastMeetings[meeting.id] ?? (agreed === undefined ? undefined : localDay(state.calendars.client, agreed));
  if (last === undefined) return undefined;
  for (let i = 1; i <= LOOK_AHEAD_DAYS; i++)
    if (meetsOn(state, meeting.every, plusDays(last, i))) return plusDays(last, i);
  return undefined;
}

function upcoming(state: CaseState): Extract<CaseEvent, { type: 'MeetingDue' }>[] {
  if (!isRunning(state)) return [];
  return state.plan.meetings.flatMap((meeting) => {
    const day = nextDay(state, meeting);
    if (day === undefined) return [];
    const due = opensAt(state.calendars.client, day);
    const missesAt = plusBusinessHours(state.calendars.client, due, meeting.graceHours);
    return [{ type: 'MeetingDue', meeting: meeting.id, day, due, missesAt }];
  });
}

/** Meetings that can still be recorded; in a case that is paused or closing nothing is missed. */
const awaited = (state: CaseState): CaseState['meetings'] =>
  isRunning(state) ? state.meetings.filter((b) => b.status === 'due') : [];

/** Meetings of the cadence fall due on their days and count as missed when nobody recorded them in time. */
export const cadenceClockwork: Clockwork = {
  name: 'cadence',
  facts: (state, now) => [
    ...awaited(state).flatMap((b): CaseEvent[] =>
      notAfter(b.missesAt, now) ? [{ type: 'MeetingMissed', meeting: b.id, day: b.day }] : [],
    ),
    ...upcoming(state).filter((b) => notAfter(b.due, now)),
  ],
  agenda: (state): Instant[] => [...awaited(state).map((b) => b.missesAt), ...upcoming(state).map((b) => b.due)],
};
