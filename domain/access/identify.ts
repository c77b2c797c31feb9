import { type Decision, record } from '../case/decision.js';
import type { EffectOutcome } from '../case/effects.js';
import type { CaseState, Person } from '../case/state.js';
import { own } from '../record.js';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, plusMs } from '../time.js';
import type { AccountStanding } from './standing.js';

type Outcome = Extract<
  EffectOutcome,
  { kind: 'place-identified' | 'account-identified' | 'place-unknown' | 'account-unknown' | 'identify-failed' }
>;

/** How the accounts stand that were told of a person last; undefined while nobody has asked. */
export const accountStanding = ({ identity, details }: Person): AccountStanding | undefined =>
  identity?.of === details ? identity : undefined;

/** True where the account at that provider was found once and is no more. */
export const isGoneAt = (standing: AccountStanding | undefined, provider: string): boolean =>
  standing?.is === 'gone' && standing.providers.includes(provider);

/** True while an account of a person is not known by its number: nobody can accept them. */
export const isUnidentified = (person: Person): boolean =>
  person.details !== undefined && accountStanding(person)?.is !== 'known';

/** Turns what a provider said of a name into facts. What was said of a login that was corrected meanwhile says nothing any more. */
export function decideIdentification(state: CaseState, outcome: Outcome, now: Instant): Decision {
  const { accessReviewHours, effectRetryMinutes } = state.plan.numbers;
  const later = plusMs(now, accessReviewHours * HOUR_MS);
  switch (outcome.kind) {
    case 'place-identified':
      return record({ type: 'ResourceIdentified', resource: outcome.resource, place: outcome.place });
    case 'place-unknown':
      return record({ type: 'ResourceUnknown', resource: outcome.resource, nextAttemptAt: later });
    case 'account-identified': {
      const { person, of, details, providers } = outcome;
      return own(state.people, person)?.details === of
        ? record({ type: 'AccountIdentified', person, of, details, providers })
        : record();
    }
    case 'account-unknown': {
      const { person, of, providers } = outcome;
      return own(state.people, person)?.details === of
        ? record({ type: 'AccountUnknown', person, of, providers, nextAttemptAt: later })
        : record();
    }
    case 'identify-failed': {
      const { resource, person, code, message, retryAfterMs = 0 } = outcome;
      const nextAttemptAt = plusMs(now, Math.max(effectRetryMinutes * MINUTE_MS, Math.min(retryAfterMs, DAY_MS)));
      const about = resource === undefined ? { person } : { resource };
      return record({ type: 'IdentificationFailed', ...about, code, message, nextAttemptAt });
    }
    default: {
      const never: never = outcome;
      return never;
    }
  }
}
