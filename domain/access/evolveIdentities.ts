import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState, Person } from '../case/state.js';
import { change, own, put } from '../record.js';
import type { AccountStanding, PlaceStanding } from './standing.js';

type IdentityFact = Extract<
  CaseEvent,
  { type: 'ResourceIdentified' | 'ResourceUnknown' | 'AccountIdentified' | 'AccountUnknown' | 'IdentificationFailed' }
>;

/** Folds what providers said of the names of places and accounts. */
export function evolveIdentities(state: CaseState, event: IdentityFact, { at }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'ResourceIdentified': {
      const { resource, place } = event;
      return withPlace(state, resource, { is: 'known', at, attempts: 0, place });
    }
    case 'ResourceUnknown': {
      const { place, attempts = 0 } = own(state.places, event.resource) ?? {};
      const { nextAttemptAt } = event;
      const is = event.gone ? 'gone' : 'unknown';
      return withPlace(state, event.resource, {
        ...{ is, at, attempts: attempts + 1 },
        ...(place && { place }),
        ...(nextAttemptAt && { nextAttemptAt }),
      });
    }
    case 'AccountIdentified':
      return identified(state, event, at);
    case 'AccountUnknown': {
      const { person, of, gone, nextAttemptAt } = event;
      return withIdentity(state, person, (before) => {
        const earlier = gone && before?.is === 'gone' && before.of === of ? before.providers : [];
        return {
          ...{ of, is: gone ? 'gone' : 'unknown', at, attempts: (before?.of === of ? before.attempts : 0) + 1 },
          providers: [...new Set([...earlier, ...event.providers])],
          ...(nextAttemptAt && { nextAttemptAt }),
        };
      });
    }
    case 'IdentificationFailed': {
      const { resource, person, nextAttemptAt } = event;
      if (resource !== undefined) {
        const before = own(state.places, resource);
        const attempts = (before?.attempts ?? 0) + 1;
        return withPlace(state, resource, { is: 'unasked', at, ...before, attempts, nextAttemptAt });
      }
      const of = own(state.people, person ?? '')?.details;
      if (person === undefined || of === undefined) return state;
      return withIdentity(state, person, (before) => {
        const known = before?.of === of ? before : undefined;
        return { of, is: 'unasked', at, providers: [], ...known, attempts: (known?.attempts ?? 0) + 1, nextAttemptAt };
      });
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}

const withPlace = (state: CaseState, resource: string, standing: PlaceStanding): CaseState => ({
  ...state,
  places: put(state.places ?? {}, resource, standing),
});

const withIdentity = (
  state: CaseState,
  person: string,
  next: (before: AccountStanding | undefined) => AccountStanding,
): CaseState => ({
  ...state,
  people: change(state.people, person, (p) => ({ ...p, identity: next(p.identity) })),
});

/** The same accounts under their numbers, or under the names that they go by now: whatever went by what was told before goes by this. */
function identified(
  state: CaseState,
  { person, of, details, providers }: Extract<IdentityFact, { type: 'AccountIdentified' }>,
  at: string,
): CaseState {
  const identity: AccountStanding = { of: details, is: 'known', at, attempts: 0, providers };
  const moved = (p: Person): Person => ({
    ...p,
    ...(p.details === of && { details, identity }),
    ...(p.account === of && { account: details }),
  });
  const leases = Object.fromEntries(
    Object.entries(state.leases).map(([id, lease]) =>
      lease.person === person && lease.account === of ? [id, { ...lease, account: details }] : [id, lease],
    ),
  );
  return { ...state, people: change(state.people, person, moved), leases };
}
