import { refOf } from '../access/resources.js';
import type { Approval } from '../approvals/approval.js';
import { CLIENT_ACTORS, type ClientRole, type PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { inPlaceOf, namedFor } from '../people/named.js';

/** Who decides on access to a resource: its owner in any role that acts for the client, or else the engineering manager. */
export function ownersOf(
  state: CaseState,
  resource: string,
): { roles: ClientRole[]; people: PersonId[]; decider?: PersonId } {
  const named = state.intake.resources.find((r) => refOf(r) === resource)?.owner;
  const decider = named === undefined ? undefined : inPlaceOf(state, named);
  const roles = CLIENT_ACTORS.filter((role) => decider !== undefined && namedFor(state, role).includes(decider));
  // An owner who has gone with nobody in their place leaves the decision to whoever answers for the work.
  return decider === undefined || roles.length === 0
    ? { roles: ['engineering-manager'], people: namedFor(state, 'engineering-manager') }
    : { roles, people: [decider], decider };
}

/** The part of an approval that says who decides on access to a resource. */
export function decidersOf(state: CaseState, resource: string): Pick<Approval, 'deciders' | 'decider' | 'rule'> {
  const { roles, decider } = ownersOf(state, resource);
  return {
    deciders: roles.map((role) => ({ role, quorum: 1 })),
    rule: 'any',
    ...(decider === undefined ? {} : { decider }),
  };
}
