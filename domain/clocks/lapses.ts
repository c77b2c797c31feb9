import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { parseSubjectKey } from '../controls/control.js';
import { DAY_MS, type Instant, notAfter, plusMs, toMs } from '../time.js';

/** A control that is met now and will lapse by time alone. */
export type Lapse = { id: string; key: string; at: Instant };

const lapsesOf = (state: CaseState): Lapse[] =>
  Object.entries(state.standings).flatMap(([key, s]) => {
    const planned = state.plan.controls[parseSubjectKey(key).controlId];
    const matters = s.status === 'met' && s.until !== undefined && planned?.binding.kind === 'gate';
    return matters && s.until !== undefined ? [{ id: `${key}@${s.until}`, key, at: s.until }] : [];
  });

const warnAt = (state: CaseState, lapse: Lapse): Instant =>
  plusMs(lapse.at, -state.plan.numbers.lapseWarningDays * DAY_MS);

/** Warns once, the policy's days ahead, of everything that access rests on and that time will end (SA-4, papers). */
export const lapsesClockwork: Clockwork = {
  name: 'lapses',
  facts: (state, now) =>
    state.status !== 'open'
      ? []
      : lapsesOf(state).flatMap((l): CaseEvent[] => {
          const due = notAfter(warnAt(state, l), now) && toMs(l.at) > toMs(now) && !state.warned.includes(l.id);
          return due ? [{ type: 'LapseWarned', id: l.id, what: l.key, at: l.at }] : [];
        }),
  agenda: (state) =>
    state.status !== 'open'
      ? []
      : lapsesOf(state)
          .filter((l) => !state.warned.includes(l.id))
          .map((l) => warnAt(state, l)),
};
