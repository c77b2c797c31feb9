import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { movedBy } from '../clocks/pauses.js';
import { withoutMigration } from '../policyChange/policyProposal.js';
import { change, own, put, without } from '../record.js';
import { type Instant, toMs } from '../time.js';
import type { Approval, Standing } from './approval.js';
import { withAskers, withoutAskers } from './askers.js';
import { givenBack, withLent } from './lent.js';

export type ApprovalEvent = Extract<
  CaseEvent,
  {
    type:
      | 'ApprovalRequested'
      | 'ApprovalGiven'
      | 'ApprovalCompleted'
      | 'ApprovalRejected'
      | 'ApprovalReturned'
      | 'QuestionsAnswered'
      | 'ApprovalEscalated'
      | 'ApprovalVoided'
      | 'SuccessorNotAsked'
      | 'ApprovalDelegated'
      | 'DelegationEnded'
      | 'StageCompleted'
      | 'StageReopened';
  }
>;

/** Folds the facts of approvals, delegations and stages. */
export function evolveApprovals(state: CaseState, event: ApprovalEvent, { at, actor }: RecordedEvent): CaseState {
  const set = (id: string, f: (a: Approval) => Approval): CaseState => ({
    ...state,
    approvals: change(state.approvals, id, f),
  });
  switch (event.type) {
    case 'ApprovalRequested':
      return withAskers(askedFor(state, event.approval, at), event.approval);
    case 'ApprovalGiven': {
      const { role, onBehalfOf, reason } = event;
      const vote = { by: actor.personId, role, ...(onBehalfOf === undefined ? {} : { onBehalfOf }), at, reason };
      return set(event.approval, (a) => ({ ...a, votes: [...a.votes, vote] }));
    }
    case 'ApprovalCompleted':
      return withoutAskers(withoutSuppliers(set(event.approval, approved), event.approval), event.approval);
    case 'ApprovalRejected': {
      const { approval: id, contentHash, reason } = event;
      const rejection = { contentHash, by: actor.personId, at, reason };
      const others = (own(state.rejections, id) ?? []).filter((r) => r.contentHash !== contentHash);
      const rejected = set(id, (a) =>
        a.stands === undefined ? { ...decided(a), status: 'rejected' } : restored(a, a.stands),
      );
      return {
        ...withoutAskers(rejected, id),
        rejections: put(state.rejections ?? {}, id, [...others, rejection]),
      };
    }
    case 'ApprovalReturned':
      return set(event.approval, (a) => ({
        ...a,
        status: 'returned',
        returnedAt: at,
        questions: { by: actor.personId, text: event.questions },
      }));
    case 'QuestionsAnswered':
      return set(event.approval, ({ questions: _answered, returnedAt, ...a }) => ({
        ...a,
        status: 'asked',
        due: movedBy(state.calendars.client, a.due, toMs(at) - toMs(returnedAt ?? at)),
      }));
    case 'ApprovalEscalated':
      return set(event.approval, (a) => ({ ...a, escalatedTo: event.to }));
    case 'ApprovalVoided':
      return { ...withoutMigration(state, event.approval), approvals: without(state.approvals, event.approval) };
    case 'SuccessorNotAsked':
      return set(event.approval, (a) => (a.stands === undefined ? a : restored(a, a.stands)));
    case 'ApprovalDelegated': {
      const { role, to, until, reason } = event;
      const kept = state.delegations.filter((d) => !(d.from === actor.personId && d.role === role && d.to === to));
      const before = givenBack({ ...state, delegations: kept }, role, actor.personId, at);
      const delegations = [...kept, { from: actor.personId, to, role, until, reason }];
      return withLent({ ...before, delegations }, role, actor.personId, { from: at, until });
    }
    case 'DelegationEnded': {
      const { from, to, role } = event;
      const delegations = state.delegations.filter((d) => !(d.from === from && d.to === to && d.role === role));
      return givenBack({ ...state, delegations }, role, from, at);
    }
    case 'StageCompleted':
      return { ...state, stagesDone: { ...state.stagesDone, [event.stage]: at } };
    case 'StageReopened': {
      const { [event.stage]: _reopened, ...stagesDone } = state.stagesDone;
      return { ...state, stagesDone };
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** Asked now; what the gate stands on stays, and a content that was rejected is asked again once that is said. */
function askedFor(
  state: CaseState,
  approval: Extract<ApprovalEvent, { type: 'ApprovalRequested' }>['approval'],
  at: Instant,
): CaseState {
  const { id, contentHash } = approval;
  const stands = own(state.approvals, id)?.stands;
  const next: Approval = {
    ...approval,
    status: 'asked',
    votes: [],
    askedAt: at,
    ...(stands === undefined ? {} : { stands }),
  };
  const approvals = put(state.approvals, id, next);
  if (approval.rejections === undefined) return { ...state, approvals };
  const others = (own(state.rejections, id) ?? []).filter((r) => r.contentHash !== contentHash);
  return { ...state, approvals, rejections: put(state.rejections ?? {}, id, others) };
}

/** A gate stands on what was approved; texts of people that were approved before stay so. */
function approved(a: Approval): Approval {
  const { items, successors: _inForce, ...rest } = decided(a);
  if (items === undefined) return { ...rest, status: 'approved' };
  const texts = a.stands?.items.filter((item) => item.startsWith('text@')) ?? [];
  const { contentHash, votes } = rest;
  return {
    ...rest,
    status: 'approved',
    stands: { contentHash, items: [...new Set([...items, ...texts])].sort(), votes },
  };
}

/** The gate as it stood before its successor was asked for. */
function restored(approval: Approval, stands: Standing): Approval {
  const { items: _i, successors: _s, questions: _q, returnedAt: _r, escalatedTo: _e, request: _w, ...asked } = approval;
  const { rejections: _shown, ...rest } = asked;
  return { ...rest, status: 'approved', contentHash: stands.contentHash, votes: stands.votes };
}

function withoutSuppliers(state: CaseState, approval: string): CaseState {
  const stage = own(state.approvals, approval)?.subject;
  if (state.suppliers === undefined || stage === undefined) return state;
  return { ...state, suppliers: without(state.suppliers, stage) };
}

/** The difference of a decided proposal is read in the ledger; the state stays small. */
function decided(approval: Approval): Approval {
  if (approval.proposal === undefined) return approval;
  const { difference: _told, ...proposal } = approval.proposal;
  return { ...approval, proposal };
}
