import { leaseId } from '../access/desiredAccess.js';
import { daysOf, givenBy, needsFault } from '../access/needs.js';
import type { AccessAsked } from '../approvals/approval.js';
import { decidersNow } from '../approvals/eligible.js';
import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import { agreementNumber } from '../case/plan.js';
import type { Actor, Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { plusBusinessHours } from '../clocks/businessTime.js';
import { unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { decidersOf } from './owner.js';
import { openRequests, requestHash, requestId } from './request.js';

export type AccessRequestCommand = Extract<HumanCommand, { type: 'RequestAccess' | 'WithdrawAccessRequest' }>;
type Request = Extract<AccessRequestCommand, { type: 'RequestAccess' }>;

/** Who asks for access: the person for themselves, the others for anybody of the vendor's. */
const ASKERS: readonly Role[] = ['engineer', 'vendor-contact', 'engineering-manager', 'procurement'];

/** Rejections that a request shows when it is asked again. */
const SHOWN = 3;

/** Decides on asking for more or other access, and on taking the request back. */
export const decideAccessRequest = (
  state: CaseState,
  command: AccessRequestCommand,
  actor: Actor,
  now: Instant,
): Decision => (command.type === 'RequestAccess' ? ask(state, command, actor, now) : withdraw(state, command, actor));

function ask(state: CaseState, command: Request, actor: Actor, now: Instant): Decision {
  const { person: id, resource, profile, task, reason } = command;
  const denied = unlessRole(state, actor, ASKERS);
  if (denied) return denied;
  if (actor.role === 'engineer' && actor.personId !== id) return refuse('NotYourRole', say('access-request.own-only'));
  const person = own(state.people, id);
  if (person === undefined) return refuse('UnknownPerson', say('people.not-on-roster', { person: id }));
  if (person.status !== 'accepted')
    return refuse('PersonNotInState', say('people.already', { person: id, status: person.status }));
  const fault = needsFault(state, [{ resource, profile, task }]);
  if (fault) return fault;
  const gives = givenBy(state.plan, { resource, profile });
  if (gives === undefined || gives.administers)
    return refuse('Malformed', say('access-request.administers', { profile, resource }));
  const { permission } = gives;
  const maxDays = daysOf(state.plan, { resource, profile });
  return asked(
    state,
    { person: id, resource, profile, task, askedBy: actor.personId, permission, maxDays },
    reason,
    now,
  );
}

function asked(state: CaseState, access: AccessAsked, reason: string, now: Instant): Decision {
  const { person, resource, askedBy } = access;
  const id = requestId(person, resource);
  if (openRequests(state).some((open) => open.id === id))
    return refuse('DuplicateId', say('approvals.already-requested', { approval: id }));
  const subject = leaseId(person, resource);
  const rejections = (own(state.rejections, id) ?? []).slice(-SHOWN);
  const approval = {
    id,
    kind: 'access' as const,
    subject,
    contentHash: requestHash(access, reason),
    // Whoever asked for it before, and was not decided on, is an asker still (AU-2).
    requesters: [...new Set([...(own(state.accessAskers, subject) ?? []), askedBy])].sort(),
    ...decidersOf(state, resource),
    due: plusBusinessHours(state.calendars.client, now, agreementNumber(state.plan, 'accessRequestHours')),
    request: { reason },
    access,
    ...(rejections.length === 0 ? {} : { rejections }),
  };
  if (decidersNow(state, { ...approval, status: 'asked', votes: [], askedAt: now }, now).length === 0)
    return refuse('RequesterMayNotDecide', say('access-request.nobody-else', { resource }));
  return record({ type: 'ApprovalRequested', approval });
}

function withdraw(
  state: CaseState,
  { person, resource, reason }: Extract<AccessRequestCommand, { type: 'WithdrawAccessRequest' }>,
  actor: Actor,
): Decision {
  const denied = unlessRole(state, actor, ASKERS);
  if (denied) return denied;
  const id = requestId(person, resource);
  const open = openRequests(state).find((request) => request.id === id);
  if (open === undefined) return refuse('UnknownApproval', say('access-request.not-open', { person, resource }));
  const { askedBy } = open.access;
  if (askedBy !== actor.personId)
    return refuse('NotYourRole', say('access-request.not-the-asker', { person: askedBy }));
  return record({ type: 'AccessRequestEnded', approval: id, person, resource, askedBy, how: 'withdrawn', reason });
}
