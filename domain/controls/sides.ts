import { CLIENT_ROLES, type PersonId, type Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { inPlaceOf, namedFor } from '../people/named.js';
import { own } from '../record.js';

const was = ({ formerPeople }: CaseState, id: PersonId, side: 'client' | 'vendor'): boolean =>
  own(formerPeople, id) === side;

const isNamed = (state: CaseState, id: PersonId): boolean =>
  CLIENT_ROLES.some((role) => namedFor(state, role).includes(id));

/** True for a person whom the case names on the client's side, or named when they said what they said. */
export const isClient = (state: CaseState, id: PersonId): boolean =>
  isNamed(state, id) || (was(state, id, 'client') && !onRoster(state, id));

/** True for somebody on the roster who was not rejected and has not left. */
export function onRoster(state: CaseState, id: PersonId): boolean {
  const status = own(state.people, id)?.status;
  return status === 'proposed' || status === 'accepted';
}

/** True for the vendor's contact, also a former one, and for everybody on the roster. */
export const isVendor = (state: CaseState, id: PersonId): boolean => isContact(state, id) || onRoster(state, id);

/** True for the vendor's contact, and for whoever was it when they said what they said. */
export const isContact = (state: CaseState, id: PersonId): boolean =>
  namedFor(state, 'vendor-contact').includes(id) || was(state, id, 'vendor');

/** True for somebody who still takes part in the case, on either side, or whose place somebody has taken. */
export function takesPart(state: CaseState, id: PersonId): boolean {
  const now = inPlaceOf(state, id);
  return isNamed(state, now) || namedFor(state, 'vendor-contact').includes(now) || onRoster(state, now);
}

/** A role under which the case names one of the client's people; security for anybody else. */
export const roleOf = (state: CaseState, id: PersonId): Role =>
  CLIENT_ROLES.find((role) => namedFor(state, role).includes(id)) ?? 'security';
