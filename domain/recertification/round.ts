import type { Lease } from '../access/lease.js';
import type { AccessProfile } from '../case/plan.js';
import { CLIENT_ROLES, type ClientRole, type PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { isClient } from '../controls/sides.js';
import { accessOwnerOf, recertificationDays } from '../controls/terms.js';
import { namedFor } from '../people/named.js';
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

const RANK: Record<AccessProfile['permission'], number> = { pull: 0, triage: 1, push: 2, maintain: 3, admin: 4 };

/** Profiles of the plan that give less than this one. */
export function lesserProfiles(state: CaseState, profile: string): string[] {
  const held = state.plan.profiles[profile];
  return held === undefined
    ? []
    : Object.entries(state.plan.profiles).flatMap(([name, p]) =>
        RANK[p.permission] < RANK[held.permission] ? [name] : [],
      );
}
