import type { HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import { type Actor, CLIENT_ACTORS, type Role, sideOf } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { localDay } from '../clocks/businessTime.js';
import { inPlaceOf, unlessRole } from '../people/named.js';
import { own } from '../record.js';
import { say } from '../say.js';
import { type Instant, notAfter } from '../time.js';
import { answerBy, isOwed, milestonesOf } from './clock.js';
import type { Milestone } from './milestone.js';

export type MilestoneCommand = Extract<
  HumanCommand,
  { type: 'DeliverMilestone' | 'AnswerMilestone' | 'MoveMilestone' | 'AnswerMilestoneMove' }
>;

/** Who speaks for a side on the day of a milestone. */
const MOVERS: Role[] = ['engineering-manager', 'vendor-contact'];

/** Decides the delivery of a milestone, its acceptance or return, and another day for it. */
export function decideMilestone(state: CaseState, command: MilestoneCommand, actor: Actor, now: Instant): Decision {
  const denied = unlessRole(state, actor, ROLES[command.type]);
  if (denied) return denied;
  const known = own(state.milestones?.list, command.milestone);
  const milestone = milestonesOf(state).find((m) => m === known);
  if (milestone === undefined)
    return refuse('UnknownMilestone', say('milestones.unknown', { milestone: command.milestone }));
  switch (command.type) {
    case 'DeliverMilestone':
      return isOwed(milestone)
        ? record({ type: 'MilestoneDelivered', milestone: milestone.id, evidence: command.evidence })
        : wrongState(milestone);
    case 'AnswerMilestone':
      return answer(state, milestone, command, actor, now);
    case 'MoveMilestone':
      return move(state, milestone, command, actor, now);
    case 'AnswerMilestoneMove':
      return answerMove(state, milestone, command, actor, now);
    default: {
      const never: never = command;
      return never;
    }
  }
}

/** Anybody of the client's may be named to accept; whether it is this one is asked of the milestone. */
const ROLES: Record<MilestoneCommand['type'], readonly Role[]> = {
  DeliverMilestone: ['vendor-contact'],
  AnswerMilestone: CLIENT_ACTORS,
  MoveMilestone: MOVERS,
  AnswerMilestoneMove: MOVERS,
};

const wrongState = ({ id, status }: Milestone): Decision =>
  refuse('MilestoneNotInState', say('milestones.wrong-state', { milestone: id, status }));

/** Whoever the terms name accepts, or their successor, or an engineering manager; once the answer is late, whoever it is escalated to as well. */
function mayAnswer(state: CaseState, milestone: Milestone, actor: Actor, now: Instant): boolean {
  const due = answerBy(state, milestone);
  return (
    inPlaceOf(state, milestone.acceptedBy) === actor.personId ||
    actor.role === 'engineering-manager' ||
    (actor.role === state.plan.escalateTo && due !== undefined && notAfter(due, now))
  );
}

function answer(
  state: CaseState,
  milestone: Milestone,
  { delivery, answer: given, reason }: Extract<MilestoneCommand, { type: 'AnswerMilestone' }>,
  actor: Actor,
  now: Instant,
): Decision {
  if (!mayAnswer(state, milestone, actor, now))
    return refuse('NotYourRole', say('milestones.not-yours', { person: inPlaceOf(state, milestone.acceptedBy) }));
  if (milestone.status !== 'delivered') return wrongState(milestone);
  if (delivery !== milestone.deliveries)
    return refuse('ContentChanged', say('milestones.other-delivery', { delivery: milestone.deliveries }));
  const about = { milestone: milestone.id, delivery, reason };
  return record(given === 'accept' ? { type: 'MilestoneAccepted', ...about } : { type: 'MilestoneReturned', ...about });
}

/** A later day harms the client alone, who may grant it; any other takes both sides. */
function move(
  state: CaseState,
  milestone: Milestone,
  { due, reason }: Extract<MilestoneCommand, { type: 'MoveMilestone' }>,
  actor: Actor,
  now: Instant,
): Decision {
  const fault = dayFault(state, milestone, due, now);
  if (fault) return fault;
  const side = sideOf(actor.role);
  const other = milestone.move !== undefined && milestone.move.by !== side ? milestone.move : undefined;
  const moved = { milestone: milestone.id, due, reason };
  if (other?.due === due || (side === 'client' && due > milestone.due))
    return record({ type: 'MilestoneMoved', ...moved, from: milestone.due });
  if (other !== undefined)
    return refuse('MilestoneNotInState', say('milestones.answer-first', { milestone: milestone.id, due: other.due }));
  return record({ type: 'MilestoneMoveProposed', ...moved, by: side });
}

function answerMove(
  state: CaseState,
  milestone: Milestone,
  { due, answer: given, reason }: Extract<MilestoneCommand, { type: 'AnswerMilestoneMove' }>,
  actor: Actor,
  now: Instant,
): Decision {
  const { id, move: proposed } = milestone;
  if (proposed === undefined) return refuse('MilestoneNotInState', say('milestones.no-move', { milestone: id }));
  if (proposed.by === sideOf(actor.role)) return refuse('RequesterMayNotDecide', say('milestones.own-move'));
  if (proposed.due !== due) return refuse('ContentChanged', say('milestones.other-day', { due: proposed.due }));
  if (given === 'decline') return record({ type: 'MilestoneMoveDeclined', milestone: id, due, reason });
  return (
    dayFault(state, milestone, due, now) ??
    record({ type: 'MilestoneMoved', milestone: id, due, reason, from: milestone.due })
  );
}

function dayFault(state: CaseState, milestone: Milestone, due: string, now: Instant): Decision | undefined {
  if (!isOwed(milestone)) return wrongState(milestone);
  if (due === milestone.due) return refuse('DuplicateId', say('milestones.same-day', { due }));
  const today = localDay(state.calendars.vendor, now);
  return due < today ? refuse('UntilOutOfRange', say('milestones.past-day', { today })) : undefined;
}
