import type { HumanCommand } from '../case/commands.js';
import type { CaseState } from '../case/state.js';
import { holdsTheEnd, isOfTheEnd } from '../controls/caseEnd.js';
import { takesReports } from '../incidents/hours.js';
import { own } from '../record.js';
import type { Instant } from '../time.js';

/** Acts that a closing case still takes whatever they are about: by hand, on accounts, of an incident, on papers and questions. */
const ALWAYS: ReadonlySet<HumanCommand['type']> = new Set([
  // What is held by hand has to be closed and proven too.
  'AttestManualChange',
  'VerifyManualAccess',
  // Whoever is left on a repository has to be explained.
  'DeclareAccounts',
  // And whatever they left.
  'AnswerLeftBehind',
  // A breach does not wait for the end of a case, and its hours never pause.
  'ReportIncident',
  'AmendIncident',
  'RecordIncidentStep',
  'CloseIncident',
  // Data about people are put right at any time (GDPR Art. 16), and letters still go out.
  'CorrectPerson',
]);
const OF_INCIDENTS: ReadonlySet<HumanCommand['type']> = new Set([
  'ReportIncident',
  'AmendIncident',
  'RecordIncidentStep',
  'CloseIncident',
  // Somebody has to be there for all of that, however long it takes.
  'NameForRole',
  'ConfirmRole',
  'CorrectPerson',
  'EndRole',
  'EndDelegation',
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
export function allowedWhileClosing(state: CaseState, command: HumanCommand): boolean {
  if (ALWAYS.has(command.type)) return true;
  if (OF_PAPERS.has(command.type)) return Object.values(state.plan.controls).some(holdsTheEnd);
  if (command.type === 'SubmitEvidence' || command.type === 'RequestWaiver') return isOfTheEnd(state, command.control);
  if (command.type !== 'Decide') return false;
  const approval = own(state.approvals, command.approval);
  return approval?.kind === 'waiver' && isOfTheEnd(state, approval.subject);
}

/** Whether a closed case still takes an act: a breach that is found later is reported and dealt with, for as long as the contract says. */
export const allowedAfterEnd = (state: CaseState, command: HumanCommand, now: Instant): boolean =>
  OF_INCIDENTS.has(command.type) && takesReports(state, now) && !(command.type === 'ReportIncident' && command.drill);
