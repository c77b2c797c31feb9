import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { CaseEvent } from '../case/events.js';
import type { Plan } from '../case/plan.js';
import { type Actor, CLIENT_ROLES, type ClientRole, type PersonId, type Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { say } from '../say.js';
import { namedFor, unlessRole } from './named.js';

export type RoleCommand = Extract<HumanCommand, { type: 'NameForRole' | 'ConfirmRole' | 'EndRole' }>;

/** Who may name somebody for a role, confirm it, or end it: two of them widen nothing alone. */
export const NAMERS: readonly ClientRole[] = [
  'procurement',
  'executive',
  'legal',
  'engineering-manager',
  'security',
  'privacy',
];

const holders = (state: CaseState, roles: readonly Role[]): PersonId[] => [
  ...new Set(roles.flatMap((role) => namedFor(state, role))),
];

/** Decides who acts for the client in this case, and who is the vendor's contact. */
export function decideRole(state: CaseState, command: RoleCommand, actor: Actor): Decision {
  const denied = unlessRole(state, actor, NAMERS);
  if (denied) return denied;
  switch (command.type) {
    case 'NameForRole':
      return name(state, command);
    case 'ConfirmRole':
      return confirm(state, command, actor);
    case 'EndRole':
      return end(state, command);
    default: {
      const never: never = command;
      return never;
    }
  }
}

function name(state: CaseState, { type: _type, ...named }: Extract<RoleCommand, { type: 'NameForRole' }>): Decision {
  const { role, person, replaces } = named;
  if (namedFor(state, role).includes(person))
    return refuse('DuplicateId', say('people.already-named', { person, role }));
  if (state.nominations?.some((n) => n.role === role && n.person === person))
    return refuse('DuplicateId', say('people.already-nominated', { person, role }));
  // Somebody may have gone before a successor was found.
  const gone = replaces !== undefined && Object.hasOwn(state.formerPeople ?? {}, replaces);
  if (replaces !== undefined && !gone && !namedFor(state, role).includes(replaces))
    return refuse('UnknownPerson', say('people.replaces-nobody', { person: replaces, role }));
  const other = role === 'vendor-contact' ? holders(state, CLIENT_ROLES) : vendorPeople(state);
  if (other.includes(person)) return refuse('PersonNotInState', say('people.of-the-other-side', { person }));
  return record({ type: 'RoleNominated', ...named });
}

/** The vendor's people with a part in the case; whoever was rejected or has left has none. */
const vendorPeople = (state: CaseState): PersonId[] => [
  ...namedFor(state, 'vendor-contact'),
  ...Object.values(state.people).flatMap((p) => (p.status === 'proposed' || p.status === 'accepted' ? [p.id] : [])),
];

function confirm(
  state: CaseState,
  { role, person, reason }: Extract<RoleCommand, { type: 'ConfirmRole' }>,
  actor: Actor,
): Decision {
  const nomination = state.nominations?.find((n) => n.role === role && n.person === person);
  if (nomination === undefined) return refuse('PersonNotInState', say('people.not-nominated', { person, role }));
  if (nomination.by === actor.personId || person === actor.personId)
    return refuse('RequesterMayNotDecide', say('people.own-nomination', { person, role }));
  const { replaces } = nomination;
  return record({ type: 'RoleTaken', role, person, ...(replaces !== undefined && { replaces }), reason });
}

function end(state: CaseState, { person, role, left, reason }: Extract<RoleCommand, { type: 'EndRole' }>): Decision {
  const held = CLIENT_ROLES.filter((r) => namedFor(state, r).includes(person));
  const roles = left || role === undefined ? held : held.filter((r) => r === role);
  if (roles.length === 0)
    return refuse(
      'PersonNotInState',
      say(role === undefined ? 'people.no-role' : 'people.not-named-for', { person, role }),
    );
  const staying = NAMERS.flatMap((r) => namedFor(state, r).filter((p) => p !== person || !roles.includes(r)));
  // Two people are needed to name anybody again: with one, the case would stand still for good.
  if (new Set(staying).size < 2) return refuse('PersonNotInState', say('people.last-of-the-client', { person }));
  return record({ type: 'RoleEnded', person, roles, left, reason });
}

/** Roles of the client that a plan gives something to decide, supply or answer for. */
export function rolesNeeded({ stages, controls, escalateTo }: Plan): ClientRole[] {
  const needed = new Set<Role>([escalateTo]);
  for (const stage of stages) {
    for (const { role } of stage.deciders) needed.add(role);
    if (stage.deciders.length > 0) needed.add(stage.escalateTo);
  }
  for (const { applies, owner, binding } of Object.values(controls)) {
    if (!applies) continue;
    needed.add(owner);
    if (binding.kind === 'deal-breaker') needed.add(binding.clearedBy);
  }
  return CLIENT_ROLES.filter((role) => needed.has(role));
}

/** Roles that the plan needs and nobody is named for. */
export const rolesMissing = (state: CaseState): ClientRole[] =>
  rolesNeeded(state.plan).filter((role) => namedFor(state, role).length === 0);

/** Delegations that nobody can use or has given any more: their giver or their taker has lost the part in the case. */
export const delegationsOver = (state: CaseState): CaseEvent[] =>
  state.delegations.flatMap(({ from, to, role }): CaseEvent[] =>
    namedFor(state, role).includes(from) && holders(state, CLIENT_ROLES).includes(to)
      ? []
      : [{ type: 'DelegationEnded', from, to, role }],
  );
