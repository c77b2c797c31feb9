import type { HumanCommand } from '../case/commands.js';
import { type Decision, isRefusal, record, refuse } from '../case/decision.js';
import type { CaseEvent } from '../case/events.js';
import type { Actor } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { parseSubjectKey } from '../controls/control.js';
import { stillRefused } from '../flags/decide.js';
import { own } from '../record.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import type { Approval } from './approval.js';
import { type Capacity, capacitiesOf, isComplete, isDisinterested } from './eligible.js';

type Decide = Extract<HumanCommand, { type: 'Decide' }>;

/** Decides on a vote: approve, reject, or return with questions. */
export function decideApproval(state: CaseState, command: Decide, actor: Actor, now: Instant): Decision {
  const approval = own(state.approvals, command.approval);
  if (approval === undefined)
    return refuse('UnknownApproval', say('approvals.unknown', { approval: command.approval }));
  const capacity = capacityToUse(state, approval, actor, now);
  if ('refused' in capacity) return capacity;
  if (approval.status !== 'asked')
    return refuse('NotAskedNow', say('approvals.not-open', { approval: approval.id, status: approval.status }));
  if (approval.contentHash !== command.contentHash)
    return refuse('ContentChanged', say('approvals.changed-since-read', { approval: approval.id }));
  const { id, contentHash } = approval;
  const { role } = capacity;
  const reason = command.reason;
  switch (command.decision) {
    case 'reject':
      return record({ type: 'ApprovalRejected', approval: id, contentHash, role, reason });
    case 'return':
      return record({ type: 'ApprovalReturned', approval: id, contentHash, role, questions: reason });
    case 'approve':
      return approve(state, approval, capacity, reason, actor, now);
    default: {
      const never: never = command.decision;
      return never;
    }
  }
}

function capacityToUse(
  state: CaseState,
  approval: Approval,
  actor: Actor,
  now: Instant,
): Capacity | Extract<Decision, { refused: unknown }> {
  const all = capacitiesOf(state, approval, actor, now);
  if (all.length === 0) {
    const roles = approval.deciders.map((d) => d.role);
    return refuse('NotYourRole', say('approvals.not-a-decider', { approval: approval.id, roles, role: actor.role }));
  }
  const disinterested = all.filter((c) => isDisinterested(approval, actor.personId, c));
  if (disinterested.length === 0)
    return refuse('RequesterMayNotDecide', say('approvals.own-request', { approval: approval.id }));
  const voted = (c: Capacity): boolean =>
    approval.votes.some(
      (v) =>
        v.by === actor.personId ||
        v.by === c.onBehalfOf ||
        (v.onBehalfOf !== undefined && v.onBehalfOf === c.onBehalfOf) ||
        v.onBehalfOf === actor.personId,
    );
  const free = disinterested.find((c) => !voted(c));
  return free ?? refuse('AlreadyDecided', say('approvals.already-decided', { approval: approval.id }));
}

function approve(
  state: CaseState,
  approval: Approval,
  capacity: Capacity,
  reason: string,
  actor: Actor,
  now: Instant,
): Decision {
  const { id, contentHash } = approval;
  const given: CaseEvent = { type: 'ApprovalGiven', approval: id, contentHash, ...capacity, reason };
  const votes = [...approval.votes, { ...capacity, by: actor.personId, at: now, reason }];
  if (!isComplete({ ...approval, votes })) return record(given);
  const effect = granted(state, approval, actor, now);
  if (!Array.isArray(effect)) return effect;
  return record(given, { type: 'ApprovalCompleted', approval: id, contentHash }, ...effect);
}

/** What an approval brings about beyond itself; a stage follows from its gate by rule. */
function granted(state: CaseState, approval: Approval, actor: Actor, now: Instant): CaseEvent[] | Decision {
  const { kind, subject: key, request } = approval;
  const [requestedBy = actor.personId] = approval.requesters;
  switch (kind) {
    case 'gate':
      return (approval.successors ?? [])
        .filter((record) => own(state.successors, record) !== undefined)
        .map((record) => ({ type: 'EvidenceSucceeded', key: record, because: 'approved' }));
    case 'waiver':
      return request?.until === undefined
        ? []
        : [
            {
              type: 'ControlWaived',
              key,
              approval: approval.id,
              reason: request.reason,
              requestedBy,
              by: actor.personId,
              until: request.until,
            },
          ];
    case 'remedy':
      return request?.until === undefined || request.term === undefined || request.owner === undefined
        ? []
        : [
            {
              type: 'RemedyAgreed',
              key,
              approval: approval.id,
              term: request.term,
              owner: request.owner,
              until: request.until,
            },
          ];
    case 'clearance': {
      const { controlId, person } = parseSubjectKey(key);
      const fault = stillRefused(state, controlId, person, now);
      return fault !== undefined && isRefusal(fault) ? fault : [{ type: 'RedFlagCleared', key, approval: approval.id }];
    }
    case 'access': {
      if (approval.access === undefined) return [];
      const { person, resource, profile, task } = approval.access;
      return [{ type: 'AccessRequestApproved', approval: approval.id, person, need: { resource, profile, task } }];
    }
    case 'policy':
      return approval.proposal === undefined
        ? []
        : [
            {
              type: 'PolicyApproved',
              approval: approval.id,
              policy: approval.proposal.policy,
              ...(approval.proposal.origin === undefined ? {} : { origin: approval.proposal.origin }),
              plan: approval.contentHash,
              reason: request?.reason ?? '',
            },
          ];
    default: {
      const never: never = kind;
      return never;
    }
  }
}
