import type { RecordedEvent } from './events.js';
import type { CaseState } from './state.js';

/** The state before the first entry. */
export function initialState(caseId: string): CaseState {
  throw new Error(`not built yet: ${caseId}`);
}

/** Applies one recorded fact; the only way in which the state of a case changes. */
export function evolve(state: CaseState, recorded: RecordedEvent): CaseState {
  return { ...state, seq: recorded.seq };
}
