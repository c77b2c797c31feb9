import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { withoutMigration } from '../policyChange/policyProposal.js';
import { change, put, without } from '../record.js';
import type { Approval } from './approval.js';

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
      return {
        ...state,
        approvals: put(state.approvals, event.approval.id, {
          ...event.approval,
          status: 'asked',
          votes: [],
          askedAt: at,
        }),
      };
    case 'ApprovalGiven': {
      const { role, onBehalfOf, reason } = event;
      const vote = { by: actor.personId, role, ...(onBehalfOf === undefined ? {} : { onBehalfOf }), at, reason };
      return set(event.approval, (a) => ({ ...a, votes: [...a.votes, vote] }));
    }
    case 'ApprovalCompleted':
      return set(event.approval, (a) => ({ ...decided(a), status: 'approved' }));
    case 'ApprovalRejected':
      return set(event.approval, (a) => ({ ...decided(a), status: 'rejected' }));
    case 'ApprovalReturned':
      return set(event.approval, (a) => ({
        ...a,
        status: 'returned',
        questions: { by: actor.personId, text: event.questions },
      }));
    case 'QuestionsAnswered':
      return set(event.approval, ({ questions: _answered, ...a }) => ({ ...a, status: 'asked' }));
    case 'ApprovalEscalated':
      return set(event.approval, (a) => ({ ...a, escalatedTo: event.to }));
    case 'ApprovalVoided':
      return { ...withoutMigration(state, event.approval), approvals: without(state.approvals, event.approval) };
    case 'ApprovalDelegated': {
      const { role, to, until, reason } = event;
      const kept = state.delegations.filter((d) => !(d.from === actor.personId && d.role === role && d.to === to));
      return { ...state, delegations: [...kept, { from: actor.personId, to, role, until, reason }] };
    }
    case 'DelegationEnded': {
      const { from, to, role } = event;
      return {
        ...state,
        delegations: state.delegations.filter((d) => !(d.from === from && d.to === to && d.role === role)),
      };
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

/** The difference of a decided proposal is read in the ledger; the state stays small. */
function decided(approval: Approval): Approval {
  if (approval.proposal === undefined) return approval;
  const { difference: _told, ...proposal } = approval.proposal;
  return { ...approval, proposal };
}
