import type { FastForwardParts } from '../client/fastForward.js';
import { nextLookAt, type PlaceLooks } from '../client/placeLooks.js';
import { earliest, notAfter } from '../domain/time.js';
import type { Store } from '../store/contract.js';

/** Looks at the places of a case in the case's time, at the instants at which their Schedules would make them. */
export const looksOf = (
  { places }: Pick<Store, 'places'>,
  looks: Pick<PlaceLooks, 'at'>,
): NonNullable<FastForwardParts['looks']> => ({
  next: async (caseId) => earliest((await places.watched({ caseId })).map(nextLookAt)),
  async make(caseId, now) {
    for (const place of await places.watched({ caseId }))
      if (notAfter(nextLookAt(place), now)) await looks.at(place, now);
  },
});
