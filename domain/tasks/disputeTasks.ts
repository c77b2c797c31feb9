import type { CaseState } from '../case/state.js';
import { movedByPauses } from '../clocks/pauses.js';
import type { Dispute } from '../disputes/dispute.js';
import { answererPeople, asked, openDisputes } from '../disputes/disputes.js';
import { namedFor } from '../people/named.js';
import { type Said, say } from '../say.js';
import { type Instant, notAfter } from '../time.js';
import type { Action } from './action.js';
import { dueAfter, type WantedTask } from './task.js';

/** What the vendor says is wrong, for somebody of the client's who did not record it; late, for somebody above as well. */
export const disputeTasks = (state: CaseState, now: Instant): WantedTask[] =>
  openDisputes(state).flatMap((dispute) => answer(state, dispute, now));

function answer(state: CaseState, dispute: Dispute, now: Instant): WantedTask[] {
  const { id: name, raisedAt } = dispute;
  const due = movedByPauses(state, raisedAt, dispute.due);
  const { role, people: assignees } = asked(state, dispute);
  const task = { what: whatOf(dispute), why: whyOf(state, dispute), actions: waysOf(dispute) };
  const first = { id: `dispute:${name}`, ...task, assignees, role, due };
  if (!notAfter(due, now)) return [first];
  const id = `dispute-late:${name}`;
  const above = state.plan.escalateTo;
  const others = namedFor(state, above).filter((p) => !dispute.recordedBy.includes(p) && !assignees.includes(p));
  return [first, { ...task, id, assignees: others, role: above, due: dueAfter(state, id, now) }];
}

const whatOf = ({ about, of, when }: Dispute): Said =>
  about === 'reading'
    ? say('tasks.dispute-reading', { kpi: of })
    : say('tasks.dispute-meeting', { control: of, day: when });

const whyOf = (state: CaseState, dispute: Dispute): Said[] => {
  const { reason, value, evidence, about } = dispute;
  return [
    about === 'reading' ? say('tasks.dispute-value', { value, reason }) : say('tasks.dispute-held', { reason }),
    ...(evidence === undefined ? [] : [say('tasks.dispute-evidence', { evidence })]),
    ...(answererPeople(state, dispute).length > 0 ? [] : [say('tasks.dispute-alone')]),
  ];
};

const waysOf = ({ id: dispute, about }: Dispute): Action[] => [
  { do: 'AnswerDispute', with: { dispute, answer: 'uphold' }, ask: ['reason'], say: say('tasks.dispute-uphold') },
  {
    do: 'AnswerDispute',
    with: { dispute, answer: 'correct' },
    ask: about === 'reading' ? ['value', 'reason'] : ['attendees', 'notes', 'reason'],
    say: say('tasks.dispute-correct'),
  },
];
