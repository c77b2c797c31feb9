import type { PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { own } from '../record.js';
import { HOUR_MS, type Instant, plusMs, toMs } from '../time.js';
import type { Lease } from './lease.js';
import { fromRef, isManual } from './resources.js';
import type { KnownPlace } from './standing.js';

/** A place that a case looks after, by the number that its provider keeps for it. */
export type PlaceRow = {
  caseId: string;
  resource: string;
  provider: string;
  placeId: string;
  /** The name that it goes by now. */
  name: string;
  /** Hours between two looks at most, by the case's policy. */
  everyHours: number;
  /** From when its looks are counted: it is looked at after whole intervals since then. */
  since: Instant;
};

/** Access that a case wants at a place. */
export type WantRow = {
  caseId: string;
  lease: string;
  person: PersonId;
  provider: string;
  placeId: string;
  /** Which of the things told of the person has the account. */
  details: string;
  permission: string;
  /** First instant at which it is no longer granted, as things stand. */
  until?: Instant;
};

/** The place of a resource, where a provider has it and it is looked at. */
function placeOf({ places }: CaseState, resource: string): KnownPlace | undefined {
  const standing = own(places, resource);
  return isManual(resource) || standing?.is === 'gone' ? undefined : standing?.place;
}

/** Places that a case looks after: from the first grant there for as long as the case goes on, since whoever was let in may come back. */
export function placeRows(state: CaseState): PlaceRow[] {
  if (state.status !== 'open' && state.status !== 'closing') return [];
  const { caseId, openedAt: since, plan } = state;
  const everyHours = plan.numbers.accessReviewHours;
  const resources = new Set(Object.values(state.leases).map(({ resource }) => resource));
  return [...resources].flatMap((resource) => {
    const place = placeOf(state, resource);
    if (place === undefined) return [];
    const { provider } = fromRef(resource);
    return [{ caseId, resource, provider, placeId: place.id, name: place.name, everyHours, since }];
  });
}

/** The first look at a place after an instant. */
export function nextLookAt({ since, everyHours }: Pick<PlaceRow, 'since' | 'everyHours'>, after: Instant): Instant {
  const every = everyHours * HOUR_MS;
  const made = Math.floor((toMs(after) - toMs(since)) / every);
  return plusMs(since, (made + 1) * every);
}

/** What a case wants at places: what another case closes there stays as far as this one grants it (design, decision 25). */
export const wantRows = (state: CaseState): WantRow[] =>
  Object.values(state.leases).flatMap((lease: Lease): WantRow[] => {
    const { id, person, resource, account: details, permission, want, notAfter: until } = lease;
    const place = placeOf(state, resource);
    if (want !== 'present' || place === undefined || details === undefined) return [];
    const { provider } = fromRef(resource);
    return [
      {
        caseId: state.caseId,
        lease: id,
        person,
        provider,
        placeId: place.id,
        details,
        permission,
        ...(until && { until }),
      },
    ];
  });
