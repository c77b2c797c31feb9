import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { change, put } from '../record.js';
import type { Incident, IncidentClock, RunningClock } from './incident.js';

export type IncidentEvent = Extract<
  CaseEvent,
  {
    type:
      | 'IncidentReported'
      | 'IncidentAmended'
      | 'IncidentStepRecorded'
      | 'IncidentClockReminded'
      | 'IncidentDutyLate'
      | 'IncidentClosed';
  }
>;

/** Folds the facts of incidents and drills; the texts of their steps stay in the ledger. */
export function evolveIncidents(state: CaseState, event: IncidentEvent, { at, actor }: RecordedEvent): CaseState {
  if (event.type === 'IncidentReported')
    return { ...state, incidents: put(state.incidents ?? {}, event.incident.id, { ...event.incident, steps: {} }) };
  const set = (f: (incident: Incident) => Incident): CaseState => ({
    ...state,
    incidents: change(state.incidents ?? {}, event.incident, f),
  });
  switch (event.type) {
    case 'IncidentAmended':
      return set((i) => amended(i, event));
    case 'IncidentStepRecorded':
      return set((i) => ({ ...i, steps: put(i.steps, event.step, stepDone(i, event, actor.personId)) }));
    case 'IncidentClockReminded':
      return set((i) => withClock(i, event.clock, { reminded: event.percent }));
    case 'IncidentDutyLate':
      return set((i) => withClock(i, event.clock, { late: true }));
    case 'IncidentClosed':
      return set((i) => ({ ...i, closedAt: at }));
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** What was learnt later; an incident that turns out to concern personal data is open again. */
function amended(
  { closedAt, ...incident }: Incident,
  { side, awareAt, personalData, disputed, ...event }: Extract<IncidentEvent, { type: 'IncidentAmended' }>,
): Incident {
  const { vendorAwareAt, clientAwareAt, clocks } = event;
  const disputes = [...new Set([...(incident.disputed ?? []), ...(disputed ? [side] : [])])];
  return {
    ...incident,
    vendorAwareAt,
    clientAwareAt,
    clocks,
    ...(personalData === undefined ? {} : { personalData }),
    ...(closedAt === undefined || personalData ? {} : { closedAt }),
    ...(awareAt === undefined ? {} : { stated: { ...incident.stated, [side]: awareAt } }),
    ...(disputes.length === 0 ? {} : { disputed: disputes }),
  };
}

function withClock(incident: Incident, id: IncidentClock, more: Partial<RunningClock>): Incident {
  const clock = incident.clocks[id];
  return clock === undefined ? incident : { ...incident, clocks: { ...incident.clocks, [id]: { ...clock, ...more } } };
}

/** What follows in phases is added to what was told first; the first time counts. */
function stepDone(
  { steps }: Incident,
  event: Extract<IncidentEvent, { type: 'IncidentStepRecorded' }>,
  by: string,
): NonNullable<Incident['steps'][typeof event.step]> {
  const before = steps[event.step];
  const { at, minutes, lateMinutes, grounds, items } = event;
  const first = before ?? { at, by, minutes, ...(lateMinutes === undefined ? {} : { lateMinutes }) };
  const all = [...new Set([...(before?.items ?? []), ...(items ?? [])])];
  return {
    ...first,
    ...(grounds === undefined ? {} : { grounded: true as const }),
    ...(all.length === 0 ? {} : { items: all }),
  };
}
