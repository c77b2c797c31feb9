import type { FastForwardParts } from '../client/fastForward.js';
import type { PlaceLooks } from '../client/placeLooks.js';
import { nextLookAt } from '../domain/access/placeRows.js';
import { earliest, type Instant, notAfter } from '../domain/time.js';
import type { Store } from '../store/contract.js';
import type { WatchedPlace } from '../store/placesContract.js';

const keyOf = ({ provider, placeId }: WatchedPlace): string => `${provider} ${placeId}`;

/** A place that several cases look after has one Schedule: with the shortest interval, since the first of them. */
const shared = (one: WatchedPlace, other: WatchedPlace): WatchedPlace => ({
  ...one,
  everyHours: Math.min(one.everyHours, other.everyHours),
  since: one.since < other.since ? one.since : other.since,
});

/** Looks at the places of the cases in their time, once for all of them, at the instants at which Schedules would make them. */
export function looksOf(
  { places }: Pick<Store, 'places'>,
  looks: Pick<PlaceLooks, 'at'>,
): NonNullable<FastForwardParts['looks']> {
  // A Schedule begins once the place is looked after.
  const begun = new Map<string, Instant>();
  const due = (place: WatchedPlace, now: Instant): Instant => {
    const from = begun.get(keyOf(place)) ?? now;
    begun.set(keyOf(place), from);
    const { lookedAt = from } = place;
    return nextLookAt(place, lookedAt < from ? from : lookedAt);
  };
  const watched = async (caseIds: readonly string[]): Promise<WatchedPlace[]> => {
    const found = new Map<string, WatchedPlace>();
    for (const caseId of caseIds)
      for (const place of await places.watched({ caseId })) {
        const known = found.get(keyOf(place));
        found.set(keyOf(place), known === undefined ? place : shared(known, place));
      }
    return [...found.values()];
  };
  return {
    next: async (caseIds, now) => earliest((await watched(caseIds)).map((place) => due(place, now))),
    async make(caseIds, now) {
      for (const place of await watched(caseIds)) if (notAfter(due(place, now), now)) await looks.at(place, now);
    },
  };
}
