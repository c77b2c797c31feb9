import { accountStanding, isUnidentified } from '../access/identify.js';
import { needsFault, widens } from '../access/needs.js';
import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import { type Actor, CLIENT_ROLES, HELD_ROLES, type PersonId, type Role } from '../case/roles.js';
import type { CaseState, Person } from '../case/state.js';
import { own } from '../record.js';
import { candidateFault, overlapFault } from '../replacement/decide.js';
import { type Said, say } from '../say.js';
import { type Instant, toMs } from '../time.js';
import { namedFor, unlessRole } from './named.js';

export type PersonCommand = Extract<
  HumanCommand,
  {
    type:
      | 'ProposePerson'
      | 'AcceptPerson'
      | 'CorrectPerson'
      | 'RejectPerson'
      | 'SetNeeds'
      | 'RecordDeparture'
      | 'SuspendAccess'
      | 'ResumeAccess';
  }
>;

/** Whoever answers for data, law or the work can stop access, and somebody else of them lets it go on. */
const STOPS_ACCESS: Role[] = ['security', 'privacy', 'legal', 'engineering-manager', 'procurement'];

/** True while a login that was corrected waits to be accepted. */
export const waitsForLogin = (p: Person): boolean => p.status === 'accepted' && p.details !== p.account;

const onRoster = (p: Person): boolean => p.status === 'proposed' || p.status === 'accepted';

/** Decides what is asked about a person of the vendor. */
export function decidePerson(state: CaseState, command: PersonCommand, actor: Actor, now: Instant): Decision {
  if (command.type === 'ProposePerson') return propose(state, command, actor);
  if (command.type === 'CorrectPerson') return correct(state, command, actor);
  const person = own(state.people, command.person);
  if (person === undefined) return refuse('UnknownPerson', say('people.not-on-roster', { person: command.person }));
  switch (command.type) {
    case 'AcceptPerson':
    case 'RejectPerson':
      return judge(state, person, command, actor);
    case 'SetNeeds':
      return setNeeds(state, person, command, actor);
    case 'RecordDeparture':
      return depart(state, person, command, actor, now);
    case 'SuspendAccess':
      return (
        unlessRole(state, actor, STOPS_ACCESS) ??
        (person.suspended === undefined
          ? record({ type: 'AccessSuspended', person: person.id, reason: command.reason })
          : refuse('PersonNotInState', say('people.already-suspended', { person: person.id })))
      );
    case 'ResumeAccess':
      return resume(state, person, command.reason, actor);
    default: {
      const never: never = command;
      return never;
    }
  }
}

/** Takes away at once; whatever is more, other or for longer is asked of the owner of the resource. */
function setNeeds(
  state: CaseState,
  person: Person,
  { needs, reason }: Extract<PersonCommand, { type: 'SetNeeds' }>,
  actor: Actor,
): Decision {
  const denied = unlessRole(state, actor, ['engineering-manager']) ?? needsFault(state, needs);
  if (denied) return denied;
  const wider = needs.find((n) =>
    widens(
      state.plan,
      person.needs.find(({ resource }) => resource === n.resource),
      n,
    ),
  );
  if (wider === undefined) return record({ type: 'NeedsSet', person: person.id, needs, reason });
  const { resource, profile } = wider;
  return refuse('RequesterMayNotDecide', say('people.needs-widen', { person: person.id, resource, profile }));
}

function propose(state: CaseState, command: Extract<PersonCommand, { type: 'ProposePerson' }>, actor: Actor): Decision {
  const { type: _type, ...person } = command;
  const denied = unlessRole(state, actor, ['vendor-contact', 'procurement']);
  if (denied) return denied;
  if (CLIENT_ROLES.some((role) => namedFor(state, role).includes(person.person)))
    return refuse('PersonNotInState', say('people.of-the-client', { person: person.person }));
  const known = own(state.people, person.person);
  if (known !== undefined && onRoster(known))
    return refuse('DuplicateId', say('people.already-on-roster', { person: person.person }));
  return (
    candidateFault(state, person.person, person.replaces) ??
    needsFault(state, person.needs) ??
    record({ type: 'PersonProposed', ...person })
  );
}

/** Why a login cannot be accepted whose number nobody knows. */
function notIdentified(person: Person): Said {
  switch (accountStanding(person)?.is) {
    case 'gone':
      return say('people.account-gone', { person: person.id });
    case 'unknown':
      return say('people.account-unknown', { person: person.id, providers: accountStanding(person)?.providers ?? [] });
    default:
      return say('people.account-not-asked-for', { person: person.id });
  }
}

function judge(
  state: CaseState,
  person: Person,
  command: Extract<PersonCommand, { type: 'AcceptPerson' | 'RejectPerson' }>,
  actor: Actor,
): Decision {
  const denied = unlessRole(state, actor, ['engineering-manager']);
  if (denied) return denied;
  if (person.proposedBy === actor.personId || person.correctedBy === actor.personId)
    return refuse('RequesterMayNotDecide', say('people.own-proposal', { person: person.id }));
  const accept = command.type === 'AcceptPerson';
  if (accept && person.addressBy?.includes(actor.personId))
    return refuse('RequesterMayNotDecide', say('people.own-address', { person: person.id }));
  if (!onRoster(person) || (accept && person.status === 'accepted' && !waitsForLogin(person)))
    return refuse('PersonNotInState', say('people.already', { person: person.id, status: person.status }));
  const { reason } = command;
  if (command.type === 'RejectPerson') return record({ type: 'PersonRejected', person: person.id, reason });
  const { details } = person;
  if (isUnidentified(person)) return refuse('AccountNotIdentified', notIdentified(person));
  if (command.details !== details) return refuse('ContentChanged', say('people.other-login', { person: person.id }));
  return record({ type: 'PersonAccepted', person: person.id, ...(details !== undefined && { details }), reason });
}

/** Who corrects the data of somebody beside themselves, first who is asked to. */
export const correctedBy = (state: CaseState, person: PersonId): Role[] =>
  own(state.people, person) === undefined
    ? ['procurement', 'executive']
    : ['vendor-contact', 'procurement', 'engineering-manager'];

/** Puts right what is known of somebody: by themselves, or by their own side's contact or the client. A login has to be accepted anew. */
function correct(
  state: CaseState,
  { person, changed, details, reason }: Extract<PersonCommand, { type: 'CorrectPerson' }>,
  actor: Actor,
): Decision {
  const named = HELD_ROLES.filter((role) => namedFor(state, role).includes(person));
  const member = own(state.people, person);
  const held: Role[] = [...named, ...(member === undefined ? [] : ['engineer' as const])];
  if (held.length === 0) return refuse('UnknownPerson', say('people.unknown', { person }));
  const others = correctedBy(state, person);
  const self = person === actor.personId && held.includes(actor.role);
  const denied = self ? undefined : unlessRole(state, actor, others);
  if (denied) return denied;
  if (details === undefined) return record({ type: 'PersonCorrected', person, changed, reason });
  if (member === undefined || !onRoster(member)) return refuse('PersonNotInState', say('people.no-login', { person }));
  return record({ type: 'PersonCorrected', person, changed, details, reason });
}

function depart(
  state: CaseState,
  person: Person,
  command: Extract<PersonCommand, { type: 'RecordDeparture' }>,
  actor: Actor,
  now: Instant,
): Decision {
  const denied = unlessRole(state, actor, ['vendor-contact', 'engineering-manager', 'procurement', 'security']);
  if (denied) return denied;
  if (!onRoster(person))
    return refuse('PersonNotInState', say('people.already', { person: person.id, status: person.status }));
  const lastInstant = command.lastInstant ?? now;
  const overlap = overlapFault(state, person.id, lastInstant);
  if (overlap) return overlap;
  const held = person.lastInstant;
  if (held !== undefined && toMs(lastInstant) > toMs(held) && actor.role === 'vendor-contact')
    return refuse('NotYourRole', say('people.client-postpones'));
  return record({ type: 'DepartureRecorded', person: person.id, lastInstant, reason: command.reason });
}

function resume(state: CaseState, person: Person, reason: string, actor: Actor): Decision {
  const denied = unlessRole(state, actor, STOPS_ACCESS);
  if (denied) return denied;
  if (person.suspended === undefined)
    return refuse('PersonNotInState', say('people.not-suspended', { person: person.id }));
  if (person.suspended.by === actor.personId) return refuse('RequesterMayNotDecide', say('people.own-suspension'));
  return record({ type: 'AccessResumed', person: person.id, reason });
}
