import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { change, put, without } from '../record.js';

export type LetterEvent = Extract<
  CaseEvent,
  { type: 'LetterQueued' | 'LetterExtended' | 'LetterAccepted' | 'LetterFailed' }
>;

/** Folds the facts of letters; one that was accepted, or can never be, leaves the state and stays in the ledger. */
export function evolveLetters(state: CaseState, event: LetterEvent, { at }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'LetterQueued': {
      const { letterId, to, letter, sendAt: nextAttemptAt = at } = event;
      return { ...state, letters: put(state.letters, letterId, { letterId, to, letter, attempts: 0, nextAttemptAt }) };
    }
    case 'LetterExtended':
      return {
        ...state,
        letters: change(state.letters, event.letterId, ({ letter, ...l }) => ({
          ...l,
          letter: letter.template === 'notice' ? { ...letter, facts: [...letter.facts, ...event.facts] } : letter,
          nextAttemptAt: event.sendAt,
        })),
      };
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
