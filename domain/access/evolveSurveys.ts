import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { own, put } from '../record.js';
import { accountKey } from './account.js';

type SurveyFact = Extract<CaseEvent, { type: 'ResourceSurveyed' | 'SurveyFailed' }>;

/** Applies a look at a resource's list of accounts, or that it failed. */
export function evolveSurveys(state: CaseState, event: SurveyFact, { at }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'ResourceSurveyed': {
      const { resource, unknownAccounts } = event;
      const surveys = put(state.surveys, resource, { at, attempts: 0, unknownAccounts });
      return { ...seenAgain(state, event, at), surveys };
    }
    case 'SurveyFailed': {
      const before = state.surveys[event.resource];
      const failed = {
        at: before?.at ?? state.openedAt,
        attempts: (before?.attempts ?? 0) + 1,
        ...(event.nextAttemptAt && { nextAttemptAt: event.nextAttemptAt }),
        failingSince: before?.failingSince ?? at,
        unknownAccounts: before?.unknownAccounts ?? [],
      };
      return { ...state, surveys: put(state.surveys, event.resource, failed) };
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** Notes of accounts that were asked about before that they were there. */
function seenAgain(
  state: CaseState,
  { resource, unknownAccounts }: Extract<SurveyFact, { type: 'ResourceSurveyed' }>,
  at: string,
): CaseState {
  const keys = unknownAccounts.map((person) => accountKey(person, resource));
  const { accounts = {} } = state;
  const seen = keys.flatMap((key) => {
    const account = own(accounts, key);
    return account === undefined ? [] : [[key, { ...account, seenAt: at }] as const];
  });
  return seen.length === 0 ? state : { ...state, accounts: { ...accounts, ...Object.fromEntries(seen) } };
}
