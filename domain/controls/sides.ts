import { CLIENT_ROLES, type PersonId, type Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { namedFor } from '../people/named.js';
import { own } from '../record.js';

/** True for a person whom the case names on the client's side. */
export const isClient = (state: CaseState, id: PersonId): boolean =>
  CLIENT_ROLES.some((role) => namedFor(state, role).includes(id));

/** True for somebody on the roster who was not rejected and has not left. */
export function onRoster(state: CaseState, id: PersonId): boolean {
  const status = own(state.people, id)?.status;
  return status === 'proposed' || status === 'accepted';
}

/** True for the vendor's contact and for everybody on the roster. */
export const isVendor = (state: CaseState, id: PersonId): boolean =>
  id === state.intake.vendor.contact || onRoster(state, id);

/** True for somebody who still takes part in the case, on either side. */
export const takesPart = (state: CaseState, id: PersonId): boolean => isClient(state, id) || isVendor(state, id);

/** A role under which the case names one of the client's people; security for anybody else. */
export const roleOf = (state: CaseState, id: PersonId): Role =>
  CLIENT_ROLES.find((role) => namedFor(state, role).includes(id)) ?? 'security';
