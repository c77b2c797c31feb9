import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { PlannedMeeting } from '../case/plan.js';
import { sideOf } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { isWorkingDay, localDay, opensAt, plusBusinessHours, plusDays, weekEnd } from '../clocks/businessTime.js';
import type { Calendar } from '../clocks/calendar.js';
import { isRunning } from '../clocks/pauses.js';
import { byIdentity, lately } from '../memoize.js';
import type { Day, Instant } from '../time.js';
import { notAfter } from '../time.js';

/** Longest look ahead for the next day of a meeting, days; a month and its holidays fit. */
const LOOK_AHEAD_DAYS = 70;

/** The working time of whoever has to hold a meeting: nobody misses one on a day off. */
const calendarOf = (state: CaseState, { owner }: PlannedMeeting): Calendar => state.calendars[sideOf(owner)];

/** True when no working day follows within the same week or month. */
function isLastWorkingDay(calendar: Calendar, day: Day, sameUnit: (other: Day) => boolean): boolean {
  for (let d = plusDays(day, 1); sameUnit(d); d = plusDays(d, 1)) if (isWorkingDay(calendar, d)) return false;
  return true;
}

function meetsOn(calendar: Calendar, every: PlannedMeeting['every'], day: Day): boolean {
  if (!isWorkingDay(calendar, day)) return false;
  if (every === 'working-day') return true;
  if (every === 'month') return isLastWorkingDay(calendar, day, (d) => d.slice(0, 7) === day.slice(0, 7));
  const last = weekEnd(calendar, day);
  return isLastWorkingDay(calendar, day, (d) => d <= last);
}

/** The first day after a day on which a meeting falls; none within {@link LOOK_AHEAD_DAYS}. Rules ask for the same ones with every fact. */
const meetsAfter = byIdentity((calendar: Calendar) =>
  lately(100, (_search, every: PlannedMeeting['every'], last: Day): { day?: Day } => {
    for (let ahead = 1; ahead <= LOOK_AHEAD_DAYS; ahead++) {
      const day = plusDays(last, ahead);
      if (meetsOn(calendar, every, day)) return { day };
    }
    return {};
  }),
);

/** The next day of a meeting: it begins on the day after the working agreement was reached. */
function nextDay(state: CaseState, meeting: PlannedMeeting): Day | undefined {
  const agreed = state.stagesDone['working-agreement'];
  const calendar = calendarOf(state, meeting);
  const last = state.lastMeetings[meeting.id] ?? (agreed === undefined ? undefined : localDay(calendar, agreed));
  return last === undefined ? undefined : meetsAfter(calendar)(`${meeting.every} ${last}`, meeting.every, last).day;
}

function upcoming(state: CaseState): Extract<CaseEvent, { type: 'MeetingDue' }>[] {
  if (!isRunning(state)) return [];
  return state.plan.meetings.flatMap((meeting) => {
    const day = nextDay(state, meeting);
    if (day === undefined) return [];
    const calendar = calendarOf(state, meeting);
    const due = opensAt(calendar, day);
    const missesAt = plusBusinessHours(calendar, due, meeting.graceHours);
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
