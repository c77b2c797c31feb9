import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { change, own, put, without } from '../record.js';
import { holdBack, sendAgain } from './undelivered.js';

export type LetterEvent = Extract<
  CaseEvent,
  { type: 'LetterQueued' | 'LetterExtended' | 'LetterAccepted' | 'LetterFailed' }
>;

/** Folds the facts of letters; one that was accepted leaves the state and stays in the ledger, one that is refused for good waits for another address. */
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
    case 'LetterAccepted': {
      const letter = own(state.letters, event.letterId);
      const rest = { ...state, letters: without(state.letters, event.letterId) };
      return letter === undefined ? rest : sendAgain(rest, letter.to, at, 'address-took-another');
    }
    case 'LetterFailed': {
      const { code, nextAttemptAt } = event;
      if (nextAttemptAt === undefined) {
        const letter = own(state.letters, event.letterId);
        const rest = { ...state, letters: without(state.letters, event.letterId) };
        return letter === undefined ? rest : holdBack(rest, letter, code, at);
      }
      return {
        ...state,
        letters: change(state.letters, event.letterId, ({ deferredSince = at, ...l }) => ({
          ...l,
          attempts: l.attempts + 1,
          nextAttemptAt,
          ...(code === 'MailRefused' ? { deferredSince } : {}),
        })),
      };
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}
