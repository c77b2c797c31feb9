import { leaseId } from '../access/desiredAccess.js';
import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import { type Actor, CLIENT_ROLES } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import { certifiersOf, lesserProfiles, unansweredLeases } from './round.js';

export type RecertifyCommand = Extract<HumanCommand, { type: 'Recertify' }>;

/** Confirms, reduces or removes one access of the running round (AR-1); neither the person nor the vendor ever does. */
export function decideRecertification(state: CaseState, command: RecertifyCommand, actor: Actor): Decision {
  const { person, resource, decision, profile, reason } = command;
  const denied = unlessRole(state, actor, CLIENT_ROLES);
  if (denied) return denied;
  if (person === actor.personId) return refuse('RequesterMayNotDecide', say('recertification.own-access'));
  const certifiers = certifiersOf(state, person).people;
  if (!certifiers.includes(actor.personId))
    return refuse('NotYourRole', say('recertification.not-the-owner', { certifiers }));
  const lease = leaseId(person, resource);
  if (!unansweredLeases(state).some((l) => l.id === lease))
    return refuse('NothingToRecertify', say('recertification.nothing-asked', { person, resource }));
  if (decision === 'reduce') {
    const held = own(state.people, person)?.needs.find((n) => n.resource === resource)?.profile ?? '';
    const lesser = lesserProfiles(state, resource, held);
    if (profile === undefined || !lesser.includes(profile))
      return refuse(
        'Malformed',
        say(lesser.length === 0 ? 'recertification.no-lesser-profile' : 'recertification.name-lesser-profile', {
          profile: held,
          profiles: lesser,
        }),
      );
    return record({ type: 'AccessRecertified', lease, decision, profile, reason });
  }
  return profile === undefined
    ? record({ type: 'AccessRecertified', lease, decision, reason })
    : refuse('Malformed', say('recertification.profile-only-to-reduce'));
}
