import type { CaseState } from '../case/state.js';
import { isClient, roleOf } from '../controls/sides.js';
import { answerBy, askedFrom, deliverBy, isOwed, milestonesOf } from '../milestones/clock.js';
import type { Milestone } from '../milestones/milestone.js';
import { inPlaceOf, namedFor } from '../people/named.js';
import { say } from '../say.js';
import { type Instant, notAfter } from '../time.js';
import type { Action } from './action.js';
import { dueAfter, type WantedTask } from './task.js';

/** What is to be delivered soon, what was delivered and waits for the client, and days that one side wants moved (EM-2). */
export const milestoneTasks = (state: CaseState, now: Instant): WantedTask[] =>
  milestonesOf(state).flatMap((m) => [
    ...deliver(state, m, now),
    ...answer(state, m, now),
    ...answerMove(state, m, now),
  ]);

function deliver(state: CaseState, milestone: Milestone, now: Instant): WantedTask[] {
  const { id, title, status, acceptance, returned } = milestone;
  const soon = status === 'returned' || milestone.lateSince !== undefined || notAfter(askedFrom(state, milestone), now);
  if (!isOwed(milestone) || !soon) return [];
  return [
    {
      id: `deliver:${id}`,
      what: say('tasks.deliver', { title }),
      assignees: namedFor(state, 'vendor-contact'),
      role: 'vendor-contact',
      why: [
        say('tasks.deliver-why', { acceptance }),
        ...(returned === undefined ? [] : [say('tasks.deliver-again', { reason: returned.reason })]),
      ],
      actions: [
        { do: 'DeliverMilestone', with: { milestone: id }, ask: ['evidence'] },
        { do: 'MoveMilestone', with: { milestone: id }, ask: ['due', 'reason'], say: say('tasks.move-propose') },
      ],
      due: deliverBy(state, milestone),
    },
  ];
}

/** Whoever the terms name, or their successor; the engineering managers where that is nobody of the client's any more. */
function accepters(state: CaseState, { acceptedBy }: Milestone): Pick<WantedTask, 'assignees' | 'role'> {
  const person = inPlaceOf(state, acceptedBy);
  const role = roleOf(state, person);
  return isClient(state, person) && namedFor(state, role).includes(person)
    ? { assignees: [person], role }
    : { assignees: namedFor(state, 'engineering-manager'), role: 'engineering-manager' };
}

function answer(state: CaseState, milestone: Milestone, now: Instant): WantedTask[] {
  const due = answerBy(state, milestone);
  const { id, title, deliveries: delivery, delivered, acceptance } = milestone;
  if (due === undefined || delivered === undefined) return [];
  const about = { milestone: id, delivery };
  const ways: Action[] = [
    {
      do: 'AnswerMilestone',
      with: { ...about, answer: 'accept' },
      ask: ['reason'],
      say: say('tasks.milestone-accept-how'),
    },
    {
      do: 'AnswerMilestone',
      with: { ...about, answer: 'return' },
      ask: ['reason'],
      say: say('tasks.milestone-return-how'),
    },
  ];
  const why = [say('tasks.milestone-delivered', { acceptance, evidence: delivered.evidence })];
  const asked = {
    id: `accept-milestone:${id}`,
    what: say('tasks.accept-milestone', { title }),
    why,
    actions: ways,
    due,
  };
  if (!notAfter(due, now)) return [{ ...asked, ...accepters(state, milestone) }];
  const again = `accept-milestone-late:${id}`;
  const { escalateTo: role } = state.plan;
  const escalated = {
    ...asked,
    id: again,
    why: [...why, say('tasks.milestone-unanswered')],
    due: dueAfter(state, again, now),
  };
  return [
    { ...asked, ...accepters(state, milestone) },
    { ...escalated, assignees: namedFor(state, role), role },
  ];
}

function answerMove(
  state: CaseState,
  { id: milestone, title, due: from, move }: Milestone,
  now: Instant,
): WantedTask[] {
  if (move === undefined) return [];
  const id = `move-milestone:${milestone}`;
  const role = move.by === 'vendor' ? 'engineering-manager' : 'vendor-contact';
  const about = { milestone, due: move.due };
  return [
    {
      id,
      what: say('tasks.answer-move', { title, due: move.due }),
      assignees: namedFor(state, role),
      role,
      why: [say('tasks.answer-move-why', { from, reason: move.reason })],
      actions: [
        {
          do: 'AnswerMilestoneMove',
          with: { ...about, answer: 'agree' },
          ask: ['reason'],
          say: say('tasks.agree-how'),
        },
        {
          do: 'AnswerMilestoneMove',
          with: { ...about, answer: 'decline' },
          ask: ['reason'],
          say: say('tasks.decline-how'),
        },
      ],
      due: dueAfter(state, id, now),
    },
  ];
}
