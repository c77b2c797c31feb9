import type { Rehearsal } from '../../contract/rehearsal.js';
import { HELD_ROLES, type PersonId, type Role } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { namedFor } from '../../domain/people/named.js';
import type { Store } from '../../store/contract.js';

/** What somebody is in the case of a rehearsal. */
export type Part = { personId: PersonId; roles: Role[] };

const ROLES: readonly Role[] = [...HELD_ROLES, 'engineer'];

/** Everybody whom the case knows, the client's people first, with their roles. */
export function partsIn(state: CaseState): Part[] {
  const people = [...new Set(ROLES.flatMap((role) => namedFor(state, role)))];
  return people.map((personId) => ({
    personId,
    roles: ROLES.filter((role) => namedFor(state, role).includes(personId)),
  }));
}

/** The same with name and address, for whoever chooses whom to be. */
export async function peopleOf(store: Store, state: CaseState): Promise<Rehearsal['people']> {
  const parts = partsIn(state);
  const ids = parts.map(({ personId }) => personId);
  const known = await store.people.findAll(ids, state.caseId);
  return parts.flatMap(({ personId, roles: [role = ''] }) =>
    known.filter((one) => one.personId === personId).map(({ name, email }) => ({ name, email, role })),
  );
}
