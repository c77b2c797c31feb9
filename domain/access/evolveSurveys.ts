import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { put } from '../record.js';

type SurveyFact = Extract<CaseEvent, { type: 'RepositorySurveyed' | 'SurveyFailed' }>;

/** Applies a look at a repository's list of accounts, or that it failed. */
export function evolveSurveys(state: CaseState, event: SurveyFact, { at }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'RepositorySurveyed':
      return {
        ...state,
        surveys: put(state.surveys, event.repository, { at, attempts: 0, unknownAccounts: event.unknownAccounts }),
      };
    case 'SurveyFailed': {
      const before = state.surveys[event.repository];
      const failed = {
        at: before?.at ?? state.openedAt,
        attempts: (before?.attempts ?? 0) + 1,
        nextAttemptAt: event.nextAttemptAt,
        unknownAccounts: before?.unknownAccounts ?? [],
      };
      return { ...state, surveys: put(state.surveys, event.repository, failed) };
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}
