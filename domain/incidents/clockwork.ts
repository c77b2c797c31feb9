import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { type Instant, notAfter, plusMs, toMs } from '../time.js';
import { INCIDENT_CLOCKS, type Incident, type IncidentClock, type RunningClock, STOPS } from './incident.js';

type Ticking = { incident: Incident; id: IncidentClock; clock: RunningClock };

/** Every clock of every incident that is not closed; one that was stopped too late still has that to say. */
const clocksOf = (state: CaseState): Ticking[] =>
  Object.values(state.incidents ?? {})
    .filter((i) => i.closedAt === undefined)
    .flatMap((incident) =>
      INCIDENT_CLOCKS.flatMap((id) => {
        const clock = incident.clocks[id];
        return clock === undefined ? [] : [{ incident, id, clock }];
      }),
    );

const stoppedAt = ({ incident, id }: Ticking): Instant | undefined => incident.steps[STOPS[id]]?.at;

/** Fractions of a clock at which it is still to be reminded of, percent, with their instants. */
function remindersLeft(state: CaseState, ticking: Ticking): { percent: number; at: Instant }[] {
  if (stoppedAt(ticking) !== undefined) return [];
  const { from, due, reminded = 0 } = ticking.clock;
  return state.plan.numbers.incidentReminderPercents
    .filter((percent) => percent > reminded)
    .sort((a, b) => a - b)
    .map((percent) => ({ percent, at: plusMs(from, ((toMs(due) - toMs(from)) * percent) / 100) }));
}

const isLate = (ticking: Ticking): boolean => {
  const stopped = stoppedAt(ticking);
  return stopped === undefined || toMs(stopped) > toMs(ticking.clock.due);
};

function factsOf(state: CaseState, ticking: Ticking, now: Instant): CaseEvent[] {
  const { incident, id: clock } = ticking;
  const { due, late } = ticking.clock;
  if (notAfter(due, now))
    return late || !isLate(ticking) ? [] : [{ type: 'IncidentDutyLate', incident: incident.id, clock, due }];
  const latest = remindersLeft(state, ticking)
    .filter((r) => notAfter(r.at, now))
    .at(-1);
  if (latest === undefined) return [];
  return [{ type: 'IncidentClockReminded', incident: incident.id, clock, percent: latest.percent, due }];
}

/**
 * The clocks of incidents: reminders at fractions of each, and what is late is said to be so at the very deadline.
 * They run in elapsed hours and never wait: not for a weekend, a gate or a case that is closing.
 */
export const incidentsClockwork: Clockwork = {
  name: 'incidents',
  facts: (state, now) => clocksOf(state).flatMap((c) => factsOf(state, c, now)),
  agenda: (state) =>
    clocksOf(state)
      .filter((c) => stoppedAt(c) === undefined)
      .flatMap((c) => [...remindersLeft(state, c).map((r) => r.at), c.clock.due]),
};
