import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { change, put, without } from '../record.js';

export type LetterEvent = Extract<CaseEvent, { type: 'LetterQueued' | 'LetterAccepted' | 'LetterFailed' }>;

/** Folds the facts of letters; one that was accepted, or can never be, leaves the state and stays in the ledger. */
export function evolveLetters(state: CaseState, event: LetterEvent, { at }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'LetterQueued': {
      const { letterId, to, template, letter } = event;
      return {
        ...state,
        letters: put(state.letters, letterId, { letterId, to, template, letter, attempts: 0, nextAttemptAt: at }),
      };
    }
    case 'LetterAccepted':
      return { ...state, letters: without(state.letters, event.letterId) };
    case 'LetterFailed': {
      const { nextAttemptAt } = event;
      if (nextAttemptAt === undefined) return { ...state, letters: without(state.letters, event.letterId) };
      return {
        ...state,
        letters: change(state.letters, event.letterId, (l) => ({ ...l, attempts: l.attempts + 1, nextAttemptAt })),
      };
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}
