import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { change, own, put, without } from '../record.js';
import type { DisputeAnswer } from './dispute.js';

export type DisputeEvent = Extract<CaseEvent, { type: 'DisputeRaised' | 'DisputeAnswered' }>;
type Answered = Extract<DisputeEvent, { type: 'DisputeAnswered' }>;

/** Folds the facts of disputes; what was corrected takes the place of what was recorded, for all that follows. */
export function evolveDisputes(state: CaseState, event: DisputeEvent, { at, actor }: RecordedEvent): CaseState {
  const { disputes = {} } = state;
  if (event.type === 'DisputeRaised') {
    const { type: _type, dispute: id, ...raised } = event;
    return { ...state, disputes: put(disputes, id, { id, ...raised, raisedBy: actor.personId, raisedAt: at }) };
  }
  const { answer, reason, value, missed } = event;
  const answered: DisputeAnswer = {
    answer,
    by: actor.personId,
    at,
    reason,
    ...(value === undefined ? {} : { value }),
    ...(missed === undefined ? {} : { missed }),
  };
  const known = { ...state, disputes: change(disputes, event.dispute, (d) => ({ ...d, answered })) };
  if (answer === 'uphold') return known;
  return event.about === 'reading' ? withReading(known, event) : withMeeting(known, event);
}

function withReading(state: CaseState, { ref, value, missed }: Answered): CaseState {
  if (value === undefined || missed === undefined) return state;
  return {
    ...state,
    readings: state.readings.map((r) => (r.ref === ref ? { ...r, value, missed } : r)),
    ...(state.disputable === undefined ? {} : { disputable: change(state.disputable, ref, (d) => ({ ...d, value })) }),
  };
}

/** It was held: the miss no longer counts, and there is nothing left to dispute. */
function withMeeting(state: CaseState, { ref, of, when }: Answered): CaseState {
  const counts = own(state.attendance, of) ?? { held: 0, missed: 1 };
  return {
    ...state,
    meetings: state.meetings.map((m) => (m.id === of && m.day === when ? { ...m, status: 'held' } : m)),
    attendance: put(state.attendance, of, { held: counts.held + 1, missed: Math.max(0, counts.missed - 1) }),
    ...(state.disputable === undefined ? {} : { disputable: without(state.disputable, ref) }),
  };
}
