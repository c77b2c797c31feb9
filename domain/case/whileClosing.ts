import { CONTROLS } from '../controls/index.js';
import { verdictOf } from '../controls/judge.js';
import type { Instant } from '../time.js';
import type { HumanCommand } from './commands.js';
import type { PlannedControl } from './plan.js';
import type { CaseState } from './state.js';

/** True for a control that holds nothing but the end of the case (OF-1). */
export const holdsTheEnd = ({ applies, binding }: PlannedControl): boolean =>
  applies && binding.kind === 'gate' && binding.holds.every((h) => h === 'closed');

/** Controls that a case works on while it closes: those that hold its end, and knowledge-transfer, on which they rest. */
export function isOfTheEnd({ plan }: CaseState, id: string): boolean {
  const planned = plan.controls[id];
  const ends = Object.values(plan.controls).some(holdsTheEnd);
  return ends && planned?.applies === true && (holdsTheEnd(planned) || CONTROLS[id]?.area === 'knowledge');
}

/** True once everything that holds the end of the case is met or waived. */
export const mayEnd = (state: CaseState, now: Instant): boolean =>
  Object.values(state.plan.controls)
    .filter(holdsTheEnd)
    .every((c) => verdictOf(state, c.id, now).holds);

/** Acts that a closing case still takes whatever they are about: by hand, of an incident, on papers and questions. */
const ALWAYS: ReadonlySet<HumanCommand['type']> = new Set([
  // What is held by hand has to be closed and proven too.
  'ReportHand',
  'CheckHand',
  // A breach does not wait for the end of a case, and its hours never pause.
  'ReportIncident',
  'RecordIncidentStep',
  'CloseIncident',
]);
const OF_PAPERS: ReadonlySet<HumanCommand['type']> = new Set([
  'RegisterPaper',
  'SendPaper',
  'SignPaper',
  'RevokePaper',
  'AnswerQuestions',
  'Delegate',
]);

/** Whether a closing case still takes an act: what its end rests on, and what never waits. */
export function takenWhileClosing(state: CaseState, command: HumanCommand): boolean {
  if (ALWAYS.has(command.type)) return true;
  if (OF_PAPERS.has(command.type)) return Object.values(state.plan.controls).some(holdsTheEnd);
  if (command.type === 'SubmitEvidence' || command.type === 'RequestWaiver') return isOfTheEnd(state, command.control);
  if (command.type !== 'Decide') return false;
  const approval = state.approvals[command.approval];
  return approval?.kind === 'waiver' && isOfTheEnd(state, approval.subject);
}
