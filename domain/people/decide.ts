import { resourcesOf } from '../access/resources.js';
import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { AccessNeed } from '../case/intake.js';
import { type Actor, CLIENT_ROLES } from '../case/roles.js';
import type { CaseState, Person } from '../case/state.js';
import { candidateFault, overlapFault } from '../replacement/decide.js';
import { type Instant, toMs } from '../time.js';
import { namedFor, unlessRole } from './named.js';

export type PersonCommand = Extract<
  HumanCommand,
  {
    type:
      | 'ProposePerson'
      | 'AcceptPerson'
      | 'RejectPerson'
      | 'SetNeeds'
      | 'RecordDeparture'
      | 'SuspendAccess'
      | 'ResumeAccess';
  }
>;

const onRoster = (p: Person): boolean => p.status === 'proposed' || p.status === 'accepted';

/** Decides what is asked about a person of the vendor. */
export function decidePerson(state: CaseState, command: PersonCommand, actor: Actor, now: Instant): Decision {
  if (command.type === 'ProposePerson') return propose(state, command, actor);
  const person = state.people[command.person];
  if (person === undefined) return refuse('UnknownPerson', `${command.person} is not on the roster of this case.`);
  switch (command.type) {
    case 'AcceptPerson':
    case 'RejectPerson':
      return judge(state, person, command, actor);
    case 'SetNeeds':
      return (
        unlessRole(state, actor, ['engineering-manager'], 'set what a person needs') ??
        needsFault(state, command.needs) ??
        record({ type: 'NeedsSet', person: person.id, needs: command.needs, reason: command.reason })
      );
    case 'RecordDeparture':
      return depart(state, person, command, actor, now);
    case 'SuspendAccess':
      return (
        unlessRole(state, actor, ['security', 'engineering-manager', 'legal', 'procurement'], 'suspend access') ??
        (person.suspended === undefined
          ? record({ type: 'AccessSuspended', person: person.id, reason: command.reason })
          : refuse('PersonNotInState', 'The access of this person is suspended already.'))
      );
    case 'ResumeAccess':
      return resume(state, person, command.reason, actor);
    default: {
      const never: never = command;
      return never;
    }
  }
}

function needsFault(state: CaseState, needs: AccessNeed[]): Decision | undefined {
  for (const need of needs) {
    if (!resourcesOf(state.intake).some((r) => r.id === need.resource))
      return refuse('UnknownResource', `${need.resource} is nothing that this case gives access to.`);
    if (state.plan.profiles[need.profile] === undefined)
      return refuse(
        'Malformed',
        `${need.profile} is no access profile of the policy; it has ${Object.keys(state.plan.profiles).join(', ')}.`,
      );
  }
  const twice = needs.find((n, i) => needs.findIndex((m) => m.resource === n.resource) !== i);
  return twice === undefined
    ? undefined
    : refuse('Malformed', `${twice.resource} is named twice; one need a resource.`);
}

function propose(state: CaseState, command: Extract<PersonCommand, { type: 'ProposePerson' }>, actor: Actor): Decision {
  const { type: _type, ...person } = command;
  const denied = unlessRole(state, actor, ['vendor-contact', 'procurement'], 'propose people');
  if (denied) return denied;
  if (CLIENT_ROLES.some((role) => namedFor(state, role).includes(person.person)))
    return refuse(
      'PersonNotInState',
      "This person is one of the client's people and cannot stand on the vendor's roster.",
    );
  const known = state.people[person.person];
  if (known !== undefined && onRoster(known)) return refuse('DuplicateId', 'This person is on the roster already.');
  return (
    candidateFault(state, person.person, person.replaces) ??
    needsFault(state, person.needs) ??
    record({ type: 'PersonProposed', ...person })
  );
}

function judge(
  state: CaseState,
  person: Person,
  command: Extract<PersonCommand, { type: 'AcceptPerson' | 'RejectPerson' }>,
  actor: Actor,
): Decision {
  const denied = unlessRole(state, actor, ['engineering-manager'], 'accept or reject people');
  if (denied) return denied;
  if (person.proposedBy === actor.personId)
    return refuse(
      'RequesterMayNotDecide',
      'You proposed this person, so somebody else accepts or rejects them (AU-2).',
    );
  const accept = command.type === 'AcceptPerson';
  if (!onRoster(person) || (accept && person.status === 'accepted'))
    return refuse('PersonNotInState', `The person is ${person.status} already.`);
  return record({ type: accept ? 'PersonAccepted' : 'PersonRejected', person: person.id, reason: command.reason });
}

function depart(
  state: CaseState,
  person: Person,
  command: Extract<PersonCommand, { type: 'RecordDeparture' }>,
  actor: Actor,
  now: Instant,
): Decision {
  const denied = unlessRole(
    state,
    actor,
    ['vendor-contact', 'engineering-manager', 'procurement', 'security'],
    'record a departure',
  );
  if (denied) return denied;
  if (!onRoster(person)) return refuse('PersonNotInState', `The person is ${person.status} already.`);
  const lastInstant = command.lastInstant ?? now;
  const overlap = overlapFault(state, person.id, lastInstant);
  if (overlap) return overlap;
  const held = person.lastInstant;
  if (held !== undefined && toMs(lastInstant) > toMs(held) && actor.role === 'vendor-contact')
    return refuse('NotYourRole', 'Only the client may put off a departure that is on the record.');
  return record({ type: 'DepartureRecorded', person: person.id, lastInstant, reason: command.reason });
}

function resume(state: CaseState, person: Person, reason: string, actor: Actor): Decision {
  const denied = unlessRole(state, actor, ['security', 'engineering-manager', 'legal', 'procurement'], 'resume access');
  if (denied) return denied;
  if (person.suspended === undefined) return refuse('PersonNotInState', 'The access of this person is not suspended.');
  if (person.suspended.by === actor.personId)
    return refuse('RequesterMayNotDecide', 'You suspended this access, so somebody else resumes it (AU-2).');
  return record({ type: 'AccessResumed', person: person.id, reason });
}
