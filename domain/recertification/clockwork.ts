import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { isWorkingDay, localDay } from '../clocks/businessTime.js';
import { lastDayEnd } from '../clocks/duty.js';
import { isRunning } from '../clocks/pauses.js';
import { recertificationDays } from '../controls/terms.js';
import { DAY_MS, type Instant, notAfter, plusMs } from '../time.js';
import { nextRoundAt, unansweredLeases } from './round.js';

const isOver = (deadline: Instant | undefined, now: Instant): boolean =>
  deadline !== undefined && notAfter(deadline, now);

/** Answers are due to the hour; where that day moves off a day off, to the end of the working day that takes its place. */
function answersBy(state: CaseState, at: Instant): Instant {
  const { client } = state.calendars;
  return isWorkingDay(client, localDay(client, at)) ? at : later(at, lastDayEnd(state, at));
}

const later = (a: Instant, b: Instant): Instant => (notAfter(a, b) ? b : a);

/** A round over every access that is held; where none is, it is complete at once. */
function opening(state: CaseState, now: Instant): CaseEvent[] {
  const days = recertificationDays(state);
  const at = nextRoundAt(state);
  if (days === undefined || at === undefined || !notAfter(at, now) || unansweredLeases(state).length > 0) return [];
  const held = Object.values(state.leases).filter((l) => l.want === 'present');
  return [
    {
      type: 'RecertificationOpened',
      round: (state.recertification?.round ?? 0) + 1,
      leases: held.map((l) => l.id),
      deadline: answersBy(state, plusMs(now, days.answerDays * DAY_MS)),
    },
  ];
}

/** Rounds of recertification open at their interval, and what nobody confirms until a round's deadline is withdrawn (AR-1). */
export const recertificationClockwork: Clockwork = {
  name: 'recertification',
  facts: (state, now) => {
    if (!isRunning(state)) return [];
    const lapsed = isOver(state.recertification?.deadline, now) ? unansweredLeases(state) : [];
    if (lapsed.length > 0) return lapsed.map((l) => ({ type: 'RecertificationLapsed', lease: l.id }));
    return opening(state, now);
  },
  agenda: (state, now) => {
    if (!isRunning(state)) return [];
    const deadline = state.recertification?.deadline;
    const ends = deadline === undefined || isOver(deadline, now) ? [] : [deadline];
    return [...ends, nextRoundAt(state)].flatMap((at) => (at === undefined ? [] : [at]));
  },
};
