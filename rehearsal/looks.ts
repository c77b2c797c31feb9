import type { FastForwardParts } from '../client/fastForward.js';
import type { PlaceLooks } from '../client/placeLooks.js';
import { nextLookAt } from '../domain/access/placeRows.js';
import { earliest, type Instant, notAfter } from '../domain/time.js';
import type { Store } from '../store/contract.js';
import type { WatchedPlace } from '../store/placesContract.js';

/** Looks at the places of a case in the case's time, at the instants at which their Schedules would make them. */
export function looksOf(
  { places }: Pick<Store, 'places'>,
  looks: Pick<PlaceLooks, 'at'>,
): NonNullable<FastForwardParts['looks']> {
  // A Schedule begins once the place is looked after.
  const begun = new Map<string, Instant>();
  const due = (place: WatchedPlace, now: Instant): Instant => {
    const id = `${place.provider} ${place.placeId}`;
    const from = begun.get(id) ?? now;
    begun.set(id, from);
    const { lookedAt = from } = place;
    return nextLookAt(place, lookedAt < from ? from : lookedAt);
  };
  return {
    next: async (caseId, now) => earliest((await places.watched({ caseId })).map((place) => due(place, now))),
    async make(caseId, now) {
      for (const place of await places.watched({ caseId }))
        if (notAfter(due(place, now), now)) await looks.at(place, now);
    },
  };
}
