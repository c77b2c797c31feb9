import { type Refusal, refuse } from '../case/decision.js';
import type { Actor, ClientRole, PersonId, Role } from '../case/roles.js';
import { CLIENT_ROLES } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { own } from '../record.js';
import { say } from '../say.js';

const isClientRole = (role: Role): role is ClientRole => CLIENT_ROLES.some((r) => r === role);

/** The people that a case names under a role; whoever opened it counts as procurement. */
export function namedFor(state: CaseState, role: Role): PersonId[] {
  if (role === 'vendor-contact') return [state.intake.vendor.contact];
  if (role === 'engineer') return Object.keys(state.people);
  if (!isClientRole(role)) return [];
  const named = own(state.intake.client.people, role) ?? [];
  return role === 'procurement' ? [...new Set([...named, state.openedBy])] : named;
}

/** Every person that a case knows: the client's, the vendor's contact, the roster. */
export const knownPeople = (state: CaseState): PersonId[] => [
  ...new Set([...CLIENT_ROLES, 'vendor-contact' as const, 'engineer' as const].flatMap((r) => namedFor(state, r))),
];

/** Everybody whom a case may call by name: those it knows, and whoever signed a document of it. */
export const peopleOfCase = (state: CaseState): ReadonlySet<PersonId> =>
  new Set([
    ...knownPeople(state),
    ...Object.values(state.papers).flatMap(({ signatures }) => signatures.map(({ personId }) => personId)),
  ]);

/** A refusal unless the actor's role is one of `roles` and the case names the actor for it. */
export function unlessRole(state: CaseState, actor: Actor, roles: readonly Role[]): Refusal | undefined {
  if (!roles.includes(actor.role))
    return refuse('NotYourRole', say('people.not-your-role', { roles, role: actor.role }));
  if (!namedFor(state, actor.role).includes(actor.personId))
    return refuse('NotYourRole', say('people.not-named', { role: actor.role }));
  return undefined;
}
