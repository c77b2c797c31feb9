import { decideDeclaration } from '../access/declareAccounts.js';
import { decideIdentification } from '../access/identify.js';
import { decideManualAccess } from '../access/manualAccess.js';
import { decideOutsideChange } from '../access/outsideChanges.js';
import { decidePlaceLook } from '../access/placeLook.js';
import { decideAccessOutcome } from '../access/report.js';
import { decideStop } from '../access/stops.js';
import { decideAccessRequest } from '../accessRequests/decide.js';
import { answerQuestions } from '../approvals/answer.js';
import { decideApproval } from '../approvals/decide.js';
import { decideDelegation, endDelegation } from '../approvals/delegate.js';
import { decideCadence } from '../cadence/decide.js';
import type { CaseCommand, HumanCommand } from '../case/commands.js';
import { type Decision, record, refuse } from '../case/decision.js';
import type { Actor } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { decideEvidence } from '../controls/decide.js';
import { decideUserEntityControl } from '../controls/security/userEntityControls.js';
import { decideDispute } from '../disputes/decide.js';
import { decideFirstDay } from '../firstDays/decide.js';
import { decideFlag } from '../flags/decide.js';
import { decideInvoice } from '../flags/invoice.js';
import { decideIncident } from '../incidents/decide.js';
import { decideLeftAnswer } from '../leftBehind/answer.js';
import { decideLeftBehind } from '../leftBehind/outcome.js';
import { decideLife } from '../lifecycle/decide.js';
import { decideMailOutcome } from '../mail/report.js';
import { decideMilestone } from '../milestones/decide.js';
import { decidePaper } from '../papers/decide.js';
import { decidePerson } from '../people/decide.js';
import { decideRole } from '../people/roles.js';
import { recompiled } from '../policyChange/recompiled.js';
import { decideRecertification } from '../recertification/decide.js';
import { decideReplacement } from '../replacement/decide.js';
import { say } from '../say.js';
import { type Instant, MINUTE_MS, plusMs } from '../time.js';
import { allowedAfterEnd, allowedWhileClosing } from './allowedWhileClosing.js';

/** Decides one command on the state as it is; what follows from it by rule is added elsewhere. */
export function decide(state: CaseState, command: CaseCommand, actor: Actor, now: Instant): Decision {
  if (command.type === 'OpenCase') {
    const { type: _type, ...opening } = command;
    return state.status === 'new'
      ? record({ type: 'CaseOpened', ...opening })
      : refuse('DuplicateId', say('engine.already-open'));
  }
  if (state.status === 'new') return refuse('CaseNotFound', say('engine.case-not-found'));
  if (command.type === 'Tick') return record();
  if (command.type === 'RecordRecovery')
    return state.status === 'closed'
      ? record()
      : record({ type: 'CaseRecovered', by: command.by, forced: command.forced });
  if (command.type === 'ReportEffect') return decideOutcome(state, command, now);
  if (command.type === 'StopAccess' || command.type === 'LiftStop')
    return state.status === 'open'
      ? decideStop(state, command, actor)
      : refuse('CaseClosed', say('engine.case-closed'));
  const stillTaken =
    (state.status === 'closing' && allowedWhileClosing(state, command)) || allowedAfterEnd(state, command, now);
  if (state.status !== 'open' && !stillTaken)
    return refuse('CaseClosed', say(state.status === 'closing' ? 'engine.case-closing' : 'engine.case-closed'));
  return decideHuman(state, command, actor, now);
}

function decideHuman(state: CaseState, command: HumanCommand, actor: Actor, now: Instant): Decision {
  switch (command.type) {
    case 'SubmitEvidence':
      return decideEvidence(state, command, actor, now);
    case 'ConfirmUserEntityControl':
      return decideUserEntityControl(state, command, actor);
    case 'RegisterPaper':
    case 'SendPaper':
    case 'SignPaper':
    case 'RevokePaper':
    case 'ReusePaper':
      return decidePaper(state, command, actor, now);
    case 'ProposePerson':
    case 'AcceptPerson':
    case 'CorrectPerson':
    case 'RejectPerson':
    case 'SetNeeds':
    case 'RecordDeparture':
    case 'SuspendAccess':
    case 'ResumeAccess':
      return decidePerson(state, command, actor, now);
    case 'RequestAccess':
    case 'WithdrawAccessRequest':
      return decideAccessRequest(state, command, actor, now);
    case 'NameForRole':
    case 'ConfirmRole':
    case 'EndRole':
      return decideRole(state, command, actor);
    case 'DeclareAccounts':
      return decideDeclaration(state, command, actor);
    case 'ReviewOutsideChange':
      return decideOutsideChange(state, command, actor);
    case 'AnswerLeftBehind':
      return decideLeftAnswer(state, command, actor);
    case 'AttestManualChange':
    case 'VerifyManualAccess':
      return decideManualAccess(state, command, actor, now);
    case 'RequestReplacement':
    case 'WithdrawReplacement':
    case 'RecordHandover':
      return decideReplacement(state, command, actor, now);
    case 'Recertify':
      return decideRecertification(state, command, actor);
    case 'Decide':
      return decideApproval(state, command, actor, now);
    case 'AnswerQuestions':
      return answerQuestions(state, command, actor, now);
    case 'Delegate':
      return decideDelegation(state, command, actor, now);
    case 'EndDelegation':
      return endDelegation(state, command, actor);
    case 'RequestWaiver':
    case 'RaiseRedFlag':
    case 'ProposeRemedy':
    case 'RequestClearance':
      return decideFlag(state, command, actor, now);
    case 'ChooseModel':
    case 'ChangeScope':
    case 'ProposePolicy':
    case 'WithdrawPolicy':
    case 'PauseCase':
    case 'ResumeCase':
    case 'CloseCase':
      return decideLife(state, command, actor, now);
    case 'RecordMeeting':
    case 'RecordReading':
      return decideCadence(state, command, actor, now);
    case 'DeliverMilestone':
    case 'AnswerMilestone':
    case 'MoveMilestone':
    case 'AnswerMilestoneMove':
      return decideMilestone(state, command, actor, now);
    case 'AnnounceFirstDay':
    case 'AnswerFirstDay':
      return decideFirstDay(state, command, actor, now);
    case 'RaiseDispute':
    case 'AnswerDispute':
      return decideDispute(state, command, actor, now);
    case 'RecordInvoice':
      return decideInvoice(state, command, actor, now);
    case 'ReportIncident':
    case 'AmendIncident':
    case 'RecordIncidentStep':
    case 'CloseIncident':
      return decideIncident(state, command, actor, now);
    default: {
      const never: never = command;
      return never;
    }
  }
}

function decideOutcome(
  state: CaseState,
  { outcome }: Extract<CaseCommand, { type: 'ReportEffect' }>,
  now: Instant,
): Decision {
  const retryAt = plusMs(now, state.plan.numbers.effectRetryMinutes * MINUTE_MS);
  switch (outcome.kind) {
    case 'mail-accepted':
    case 'mail-failed':
      return decideMailOutcome(state, outcome, now);
    case 'access-seen':
    case 'access-failed':
      return decideAccessOutcome(state, outcome, now);
    case 'place-looked':
      return decidePlaceLook(state, outcome, now);
    case 'survey-failed': {
      const { resource, code, message, asked } = outcome;
      return record({ type: 'SurveyFailed', resource, code, message, ...(asked && { nextAttemptAt: retryAt }) });
    }
    case 'place-identified':
    case 'place-unknown':
    case 'account-identified':
    case 'account-unknown':
    case 'identify-failed':
      return decideIdentification(state, outcome, now);
    case 'left-behind-listed':
    case 'left-behind-failed':
      return decideLeftBehind(state, outcome, now);
    case 'calendars-loaded':
      return record({ type: 'CalendarsLoaded', client: outcome.client, vendor: outcome.vendor });
    case 'calendars-failed':
      return record({ type: 'CalendarsFailed', said: outcome.said, nextAttemptAt: retryAt });
    case 'plan-compiled':
      return recompiled(state, outcome.plan, retryAt);
    case 'plan-failed':
      return record({ type: 'PlanCompilationFailed', said: outcome.said, nextAttemptAt: retryAt });
    default: {
      const never: never = outcome;
      return never;
    }
  }
}
