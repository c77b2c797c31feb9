import { type Refusal, refuse } from '../case/decision.js';
import type { Actor, ClientRole, PersonId, Role } from '../case/roles.js';
import { CLIENT_ROLES, HELD_ROLES } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { own } from '../record.js';
import { say } from '../say.js';

const isClientRole = (role: Role): role is ClientRole => CLIENT_ROLES.some((r) => r === role);

/** The people that a case names under a role; whoever opened it counts as procurement. */
export function namedFor(state: CaseState, role: Role): PersonId[] {
  if (role === 'engineer') return Object.keys(state.people);
  if (role !== 'vendor-contact' && !isClientRole(role)) return [];
  const held = own(state.holders, role);
  if (held !== undefined) return held;
  if (role === 'vendor-contact') return [state.intake.vendor.contact];
  const named = own(state.intake.client.people, role) ?? [];
  return role === 'procurement' ? [...new Set([...named, state.openedBy])] : named;
}

/** Every person that a case knows: the client's, the vendor's contact, the roster, and whoever is named for a role and not confirmed yet. */
export const knownPeople = (state: CaseState): PersonId[] => [
  ...new Set([
    ...[...HELD_ROLES, 'engineer' as const].flatMap((r) => namedFor(state, r)),
    ...(state.nominations ?? []).map(({ person }) => person),
  ]),
];

/** The client's people by role, as they stand now. */
export const clientPeople = (state: CaseState): Partial<Record<ClientRole, PersonId[]>> =>
  Object.fromEntries(
    CLIENT_ROLES.flatMap((role) => {
      const held = state.holders?.[role] ?? own(state.intake.client.people, role) ?? [];
      return held.length === 0 ? [] : [[role, held]];
    }),
  );

/** Whoever does by now what somebody was named for who has no part any more. */
export const inPlaceOf = ({ takenOverBy }: CaseState, person: PersonId): PersonId => own(takenOverBy, person) ?? person;

/** Everybody whom a case may call by name: those it knows, whoever signed a document of it, accounts that were found or declared, and who has stopped access here. */
export const peopleOfCase = (state: CaseState): ReadonlySet<PersonId> =>
  new Set([
    ...knownPeople(state),
    ...Object.keys(state.formerPeople ?? {}),
    ...Object.values(state.accounts ?? {}).map(({ person }) => person),
    ...Object.values(state.stops ?? {}).map(({ by }) => by),
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
