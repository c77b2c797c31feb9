import type { Lease } from '../access/lease.js';
import { fromRef } from '../access/resources.js';
import { CLIENT_ROLES, type ClientRole, type PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { isClient } from '../controls/sides.js';
import { accessOwnerOf, recertificationDays } from '../controls/terms.js';
import { namedFor } from '../people/named.js';
import { own } from '../record.js';
import { DAY_MS, type Instant, plusMs } from '../time.js';

/** When the next round opens; undefined before the first access, and where access is not recertified. */
export function nextRoundAt(state: CaseState): Instant | undefined {
  const days = recertificationDays(state)?.intervalDays;
  const since = state.recertification?.since;
  return days === undefined || since === undefined ? undefined : plusMs(since, days * DAY_MS);
}

/** Leases of the running round whose need still stands and waits for an answer, whether or not access is held at this moment. */
export const unansweredLeases = (state: CaseState): Lease[] =>
  (state.recertification?.unanswered ?? []).flatMap((id) => {
    const lease = state.leases[id];
    const person = lease === undefined ? undefined : state.people[lease.person];
    const needed = person?.status === 'accepted' && person.needs.some((n) => n.resource === lease?.resource);
    return lease !== undefined && needed ? [lease] : [];
  });

/** Who answers for a person's access: the owner of the grants, or the engineering manager. */
export function certifiersOf(state: CaseState, person: PersonId): { role: ClientRole; people: PersonId[] } {
  const owner = accessOwnerOf(state, person);
  const role =
    owner !== undefined && isClient(state, owner)
      ? CLIENT_ROLES.find((r) => namedFor(state, r).includes(owner))
      : undefined;
  return role === undefined || owner === undefined
    ? { role: 'engineering-manager', people: namedFor(state, 'engineering-manager') }
    : { role, people: [owner] };
}

/** Profiles of the plan that give less on a resource than this one. */
export function lesserProfiles({ plan }: CaseState, resource: string, profile: string): string[] {
  const { provider } = fromRef(resource);
  const rankOf = (name: string) => own(own(plan.profiles, name)?.gives, provider)?.rank ?? -1;
  return Object.keys(plan.profiles).filter((name) => rankOf(name) >= 0 && rankOf(name) < rankOf(profile));
}
