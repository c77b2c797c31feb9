import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState, Meeting } from '../case/state.js';
import { isClient } from '../controls/sides.js';
import { meetingRef, readingRef, withDisputable } from '../disputes/disputes.js';
import { standing } from './standing.js';

export type CadenceEvent = Extract<
  CaseEvent,
  { type: 'MeetingDue' | 'MeetingHeld' | 'MeetingMissed' | 'ReadingRecorded' }
>;

/** Meetings kept in the state per id, the open ones apart; all of them stay in the ledger. */
const MEETINGS_KEPT = 1;

/** Folds the facts of cadence and KPI readings. */
export function evolveCadence(state: CaseState, event: CadenceEvent, { seq, at, actor }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'MeetingDue': {
      const { meeting: id, day, due, missesAt } = event;
      const meetings = trimmed([...state.meetings, { id, day, due, missesAt, status: 'due' as const }], id);
      return { ...state, meetings, lastMeetings: { ...state.lastMeetings, [id]: day } };
    }
    case 'MeetingHeld':
      return ended(state, event.meeting, event.day, 'held');
    case 'MeetingMissed':
      return withDisputable(ended(state, event.meeting, event.day, 'missed'), {
        about: 'meeting',
        ref: meetingRef(event.meeting, event.day),
        of: event.meeting,
        when: event.day,
        recordedAt: at,
      });
    case 'ReadingRecorded': {
      const { type: _type, readAt, ...reading } = event;
      const others = state.readings.filter((r) => r.kpi !== event.kpi);
      const held = state.readings.find((r) => r.kpi === event.kpi);
      const made = { ...reading, at: readAt ?? at, by: actor.personId, ref: readingRef(seq) };
      const counts = standing(state, held, made);
      const known = { ...state, readings: [...others, counts] };
      // Nobody disputes what they have read themselves beside a miss that stands.
      if (counts !== made && counts.beside !== undefined && !isClient(state, made.by)) return known;
      const { kpi: of, value, ref, by } = made;
      return withDisputable(known, { about: 'reading', ref, of, when: made.at, recordedAt: at, by, value });
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}

function trimmed(meetings: Meeting[], id: string): Meeting[] {
  const over = meetings.filter((b) => b.id === id && b.status !== 'due').length - MEETINGS_KEPT;
  const dropped = new Set(over > 0 ? meetings.filter((b) => b.id === id && b.status !== 'due').slice(0, over) : []);
  return meetings.filter((b) => !dropped.has(b));
}

function ended(state: CaseState, id: string, day: string, status: 'held' | 'missed'): CaseState {
  const counts = state.attendance[id] ?? { held: 0, missed: 0 };
  return {
    ...state,
    meetings: state.meetings.map((b) => (b.id === id && b.day === day ? { ...b, status } : b)),
    attendance: { ...state.attendance, [id]: { ...counts, [status]: counts[status] + 1 } },
  };
}
