import { leaseId } from '../access/desiredAccess.js';
import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import { type Actor, CLIENT_ROLES } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { unlessRole } from '../people/named.js';
import { certifiersOf, lesserProfiles, unansweredLeases } from './round.js';

export type RecertifyCommand = Extract<HumanCommand, { type: 'Recertify' }>;

/** Confirms, reduces or removes one access of the running round (AR-1); neither the person nor the vendor ever does. */
export function decideRecertification(state: CaseState, command: RecertifyCommand, actor: Actor): Decision {
  const { person, resource, decision, profile, reason } = command;
  const denied = unlessRole(state, actor, CLIENT_ROLES, 'recertify access');
  if (denied) return denied;
  if (person === actor.personId)
    return refuse('RequesterMayNotDecide', 'Nobody recertifies their own access; the owner of the grant does.');
  if (!certifiersOf(state, person).people.includes(actor.personId))
    return refuse(
      'NotYourRole',
      'This access is recertified by the owner of the grants (DC-1), or where none is named by the engineering manager.',
    );
  const lease = leaseId(person, resource);
  if (!unansweredLeases(state).some((l) => l.id === lease))
    return refuse('NothingToRecertify', `No answer is awaited for the access to ${resource}.`);
  if (decision === 'reduce') {
    const held = state.people[person]?.needs.find((n) => n.resource === resource)?.profile ?? '';
    const lesser = lesserProfiles(state, held);
    if (profile === undefined || !lesser.includes(profile))
      return refuse('Malformed', `To reduce ${held}, name a lesser profile: ${lesser.join(', ') || 'there is none'}.`);
    return record({ type: 'AccessRecertified', lease, decision, profile, reason });
  }
  return profile === undefined
    ? record({ type: 'AccessRecertified', lease, decision, reason })
    : refuse('Malformed', 'A profile is named only to reduce an access; leave it out.');
}
