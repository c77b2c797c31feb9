import type { CaseEvent, RecordedEvent } from '../case/events.js';
import { type Beat, type CaseState, READINGS_KEPT } from '../case/state.js';
import { toMs } from '../time.js';

export type CadenceEvent = Extract<CaseEvent, { type: 'BeatDue' | 'BeatHeld' | 'BeatMissed' | 'ReadingRecorded' }>;

/** Beats kept in the state per id, the open ones apart; all of them stay in the ledger. */
const BEATS_KEPT = 1;

/** Folds the facts of cadence and KPI readings. */
export function evolveCadence(state: CaseState, event: CadenceEvent, { at, actor }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'BeatDue': {
      const { beat: id, day, due, missesAt } = event;
      const beats = trimmed([...state.beats, { id, day, due, missesAt, status: 'due' as const }], id);
      return { ...state, beats, lastBeats: { ...state.lastBeats, [id]: day } };
    }
    case 'BeatHeld':
      return ended(state, event.beat, event.day, 'held');
    case 'BeatMissed':
      return ended(state, event.beat, event.day, 'missed');
    case 'ReadingRecorded': {
      const { type: _type, readAt, ...reading } = event;
      const others = state.readings.filter((r) => r.kpi !== event.kpi);
      const same = [
        ...state.readings.filter((r) => r.kpi === event.kpi),
        { ...reading, at: readAt ?? at, by: actor.personId },
      ];
      same.sort((a, b) => toMs(a.at) - toMs(b.at));
      return { ...state, readings: [...others, ...same.slice(-READINGS_KEPT)] };
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}

function trimmed(beats: Beat[], id: string): Beat[] {
  const over = beats.filter((b) => b.id === id && b.status !== 'due').length - BEATS_KEPT;
  const dropped = new Set(over > 0 ? beats.filter((b) => b.id === id && b.status !== 'due').slice(0, over) : []);
  return beats.filter((b) => !dropped.has(b));
}

function ended(state: CaseState, id: string, day: string, status: 'held' | 'missed'): CaseState {
  const counts = state.attendance[id] ?? { held: 0, missed: 0 };
  return {
    ...state,
    beats: state.beats.map((b) => (b.id === id && b.day === day ? { ...b, status } : b)),
    attendance: { ...state.attendance, [id]: { ...counts, [status]: counts[status] + 1 } },
  };
}
