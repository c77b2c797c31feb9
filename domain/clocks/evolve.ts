import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { withWarning } from './lapses.js';
import { attributedUntil } from './turn.js';

type ClockFact = Extract<
  CaseEvent,
  { type: 'CalendarsLoaded' | 'CalendarsFailed' | 'LapseWarned' | 'PendingPartyChanged' }
>;

/** Applies new calendars, the warning of a lapse, and whose turn it is. */
export function evolveClocks(state: CaseState, event: ClockFact, { at }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'CalendarsLoaded':
      return { ...state, calendars: { client: event.client, vendor: event.vendor }, calendarAttempts: { attempts: 0 } };
    case 'CalendarsFailed':
      return {
        ...state,
        calendarAttempts: { attempts: state.calendarAttempts.attempts + 1, nextAttemptAt: event.nextAttemptAt },
      };
    case 'LapseWarned':
      return { ...state, warned: withWarning(state.warned, event.id, at) };
    case 'PendingPartyChanged':
      return { ...state, attribution: { ...attributedUntil(state.attribution, at), turn: event.to } };
    default: {
      const never: never = event;
      return never;
    }
  }
}
