import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { change } from '../record.js';
import type { Day, Instant } from '../time.js';
import { isOwed, runsBeyond } from './clock.js';
import type { Milestone, MilestoneTerms } from './milestone.js';

export type MilestoneEvent = Extract<
  CaseEvent,
  {
    type:
      | 'MilestonesAgreed'
      | 'MilestoneDelivered'
      | 'MilestoneAccepted'
      | 'MilestoneReturned'
      | 'MilestoneMoveProposed'
      | 'MilestoneMoved'
      | 'MilestoneMoveDeclined'
      | 'MilestoneLate';
  }
>;

/** Folds the facts of milestones. */
export function evolveMilestones(state: CaseState, event: MilestoneEvent, { at, actor }: RecordedEvent): CaseState {
  const { milestones = { agreed: '', list: {} } } = state;
  if (event.type === 'MilestonesAgreed') {
    const list = event.milestones.map((terms) => [terms.id, agreed(milestones.list[terms.id], terms, at)] as const);
    const oneSided = event.stays?.some(({ because }) => because === 'one-sided') ? { oneSided: true as const } : {};
    return { ...state, milestones: { agreed: event.agreed, list: Object.fromEntries(list), ...oneSided } };
  }
  const set = (f: (m: Milestone) => Milestone): CaseState => ({
    ...state,
    milestones: { ...milestones, list: change(milestones.list, event.milestone, f) },
  });
  switch (event.type) {
    case 'MilestoneDelivered':
      return set((m) => ({
        ...withoutMove(m),
        status: 'delivered',
        deliveries: m.deliveries + 1,
        delivered: { at, by: actor.personId, evidence: event.evidence },
      }));
    case 'MilestoneAccepted':
      return set((m) => ({ ...m, status: 'accepted', acceptedAt: at }));
    case 'MilestoneReturned':
      return set((m) => ({
        ...m,
        status: 'returned',
        returned: { at, reason: event.reason },
        ...(m.reworkFrom === undefined && runsBeyond(state, m, at) ? { reworkFrom: at } : {}),
      }));
    case 'MilestoneMoveProposed':
      return set((m) => ({ ...m, move: { due: event.due, by: event.by, reason: event.reason, at } }));
    case 'MilestoneMoved':
      return set((m) => onDay(withoutMove(m), event.due, at));
    case 'MilestoneMoveDeclined':
      return set(withoutMove);
    case 'MilestoneLate':
      return set((m) => ({ ...m, lateSince: event.due }));
    default: {
      const never: never = event;
      return never;
    }
  }
}

const withoutMove = ({ move: _answered, ...m }: Milestone): Milestone => m;

/** On another day it is late by that day alone; that it was late before stays in the ledger. */
const onDay = ({ lateSince: _before, ...m }: Milestone, due: Day, at: Instant): Milestone => ({
  ...m,
  due,
  dueSince: at,
});

function agreed(before: Milestone | undefined, terms: MilestoneTerms, at: Instant): Milestone {
  if (before === undefined) return { ...terms, dueSince: at, status: 'planned', deliveries: 0 };
  // What was delivered was delivered under the terms of then.
  if (!isOwed(before)) return before;
  const { due, ...others } = terms;
  const kept = { ...before, ...others };
  return due === before.due ? kept : onDay(withoutMove(kept), due, at);
}
