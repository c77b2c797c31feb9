import type { AccessAsked, Approval } from '../approvals/approval.js';
import { gateContent } from '../approvals/content.js';
import { decidersNow } from '../approvals/eligible.js';
import { rejectionOf } from '../approvals/gate.js';
import type { PersonId, Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { parseSubjectKey } from '../controls/control.js';
import { namedFor } from '../people/named.js';
import { own } from '../record.js';
import { type Said, say, type Why } from '../say.js';
import type { Instant } from '../time.js';
import type { Action } from './action.js';
import { dueAfter, type WantedTask } from './task.js';

/** What an approval is about. */
export function approvalSaid({ kind, subject, access }: Pick<Approval, 'kind' | 'subject' | 'access'>): Said {
  if (kind === 'gate') return say('tasks.of-gate', { stage: subject });
  if (kind === 'policy') return say('tasks.of-policy', { policy: subject });
  if (kind === 'access') return say('tasks.of-access', { person: access?.person, resource: access?.resource });
  const { controlId: control, person } = parseSubjectKey(subject);
  const whom = person === undefined;
  switch (kind) {
    case 'waiver':
      return say(whom ? 'tasks.of-waiver' : 'tasks.of-waiver-for', { control, person });
    case 'remedy':
      return say(whom ? 'tasks.of-remedy' : 'tasks.of-remedy-for', { control, person });
    case 'clearance':
      return say(whom ? 'tasks.of-clearance' : 'tasks.of-clearance-for', { control, person });
    default: {
      const never: never = kind;
      return never;
    }
  }
}

/** What a request for access would give, and for how long. */
const whyAccess = ({ permission, maxDays, task }: AccessAsked): Why[] => [
  say('tasks.decide-access', { permission, days: maxDays, task }),
];

const whyDecide = ({ requesters, request, access, successors = [], rejections = [] }: Approval): Why[] => [
  ...(access === undefined ? [] : whyAccess(access)),
  ...(successors.length === 0 ? [] : [say('tasks.decide-successors', { controls: successors.map(controlOf) })]),
  ...rejections.map(({ by, reason }) => say('tasks.decide-rejected', { person: by, reason })),
  requesters.length === 0 ? say('tasks.decide-all-met') : say('tasks.decide-asked-by', { people: requesters }),
  ...(request === undefined ? [] : [say('tasks.decide-reason', { reason: request.reason })]),
];

const controlOf = (key: string): string => parseSubjectKey(key).controlId;

const waysToDecide = ({ id, contentHash }: Approval): Action[] =>
  (['approve', 'reject', 'return'] as const).map((decision) => ({
    do: 'Decide',
    with: { approval: id, contentHash, decision },
    ask: ['reason'],
    say: say('tasks.decide-how'),
  }));

function decideTask(state: CaseState, a: Approval, now: Instant): WantedTask {
  const [role] = a.deciders.map((d) => d.role);
  return {
    id: `decide:${a.id}`,
    what: say('tasks.decide', { approval: approvalSaid(a) }),
    assignees: decidersNow(state, a, now),
    role: a.escalatedTo ?? role ?? 'procurement',
    why: whyDecide(a),
    actions: [
      { do: 'ShowCase', with: {}, say: say('tasks.decide-review') },
      { do: 'WriteReport', with: {}, say: say('tasks.decide-review') },
      ...waysToDecide(a),
    ],
    due: a.due,
  };
}

function answerTask(state: CaseState, a: Approval, now: Instant): WantedTask {
  const id = `answer:${a.id}`;
  const people = a.requesters.filter((p) => p !== a.questions?.by);
  return {
    id,
    what: say('tasks.answer', { approval: approvalSaid(a) }),
    assignees: people.length > 0 ? people : namedFor(state, 'procurement'),
    role: roleToAnswer(state, people),
    why: a.questions === undefined ? [] : [say('tasks.answer-to', { person: a.questions.by, text: a.questions.text })],
    actions: [{ do: 'AnswerQuestions', with: { approval: a.id }, ask: ['answer'] }],
    due: dueAfter(state, id, now),
  };
}

/** In which role somebody answers: an engineer what they asked for themselves. */
function roleToAnswer(state: CaseState, people: readonly PersonId[]): Role {
  if (namedFor(state, 'vendor-contact').some((p) => people.includes(p))) return 'vendor-contact';
  return people.length > 0 && people.every((p) => own(state.people, p) !== undefined) ? 'engineer' : 'procurement';
}

const gateOf = (stage: string): string => ['gate', stage].join(':');

/** A gate that was rejected waits for other evidence, or for somebody who asks again. */
function rejectedTasks(state: CaseState, now: Instant): WantedTask[] {
  if (state.status !== 'open') return [];
  return state.plan.stages.flatMap(({ id: stage }): WantedTask[] => {
    const approval = gateOf(stage);
    if (state.rejections?.[approval] === undefined) return [];
    const { status } = state.approvals[approval] ?? {};
    if (status === 'asked' || status === 'returned') return [];
    const rejection = rejectionOf(state, approval, gateContent(state, stage, now).hash);
    if (rejection === undefined) return [];
    const id = `rejected:${approval}`;
    return [
      {
        id,
        what: say('tasks.rejected', { stage }),
        assignees: namedFor(state, 'procurement'),
        role: 'procurement',
        why: [say('tasks.rejected-why', { person: rejection.by, reason: rejection.reason })],
        actions: [{ do: 'AnswerQuestions', with: { approval }, ask: ['answer'], say: say('tasks.rejected-how') }],
        due: dueAfter(state, id, now),
      },
    ];
  });
}

/** Approvals that wait for a decision, for answers to questions, or for what follows on a rejection. */
export const approvalTasks = (state: CaseState, now: Instant): WantedTask[] => [
  ...asked(state, now),
  ...rejectedTasks(state, now),
];

const asked = (state: CaseState, now: Instant): WantedTask[] =>
  Object.values(state.approvals).flatMap((a) => {
    if (a.status === 'asked') return [decideTask(state, a, now)];
    return a.status === 'returned' ? [answerTask(state, a, now)] : [];
  });
