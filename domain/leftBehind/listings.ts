import type { Effect } from '../case/effects.js';
import type { CaseState } from '../case/state.js';
import { own } from '../record.js';
import type { Instant } from '../time.js';
import { endedAccess, listingDue, standingOf } from './standing.js';

/** Listings of what stays that the record asks for, and since when: one for each access that ended, more where something is to be checked. */
export const listings = (state: CaseState): { at: Instant; effect: Effect }[] =>
  endedAccess(state).flatMap((lease) => {
    const standing = standingOf(state, lease);
    const at = listingDue(lease, standing);
    const place = own(state.places, lease.resource)?.place;
    if (at === undefined || place === undefined) return [];
    const { id, person, resource, account, firstGrantedAt: since } = lease;
    const effect = {
      id: `left:${id}:${standing?.attempts ?? 0}`,
      kind: 'list-left-behind' as const,
      lease: id,
      person,
      resource,
      ...(account !== undefined && { account }),
      place,
      ...(since !== undefined && { since }),
    };
    return [{ at, effect }];
  });
