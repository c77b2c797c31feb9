import { evolveAccess } from '../access/evolve.js';
import { evolveAccounts } from '../access/evolveAccounts.js';
import { evolveIdentities } from '../access/evolveIdentities.js';
import { evolveSurveys } from '../access/evolveSurveys.js';
import { evolveStops } from '../access/stops.js';
import { evolveAccessRequest } from '../accessRequests/evolve.js';
import { evolveApprovals } from '../approvals/evolve.js';
import { evolveCadence } from '../cadence/evolve.js';
import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { evolveClocks } from '../clocks/evolve.js';
import { evolveControls } from '../controls/evolve.js';
import { evolveDisputes } from '../disputes/evolve.js';
import { evolveFirstDays } from '../firstDays/evolve.js';
import { evolveFlags } from '../flags/evolve.js';
import { evolveIncidents } from '../incidents/evolve.js';
import { evolveLeftBehind } from '../leftBehind/evolve.js';
import { evolveLife } from '../lifecycle/evolve.js';
import { evolveLetters } from '../mail/evolve.js';
import { evolveMilestones } from '../milestones/evolve.js';
import { evolvePapers } from '../papers/evolve.js';
import { evolvePeople } from '../people/evolve.js';
import { evolveRoles } from '../people/evolveRoles.js';
import { evolveRecertification } from '../recertification/evolve.js';
import { put } from '../record.js';
import { evolveReplacements } from '../replacement/evolve.js';
import { evolveTasks } from '../tasks/evolve.js';
import { opened } from './open.js';

export { initialState } from './open.js';

/** Applies one recorded fact; the only way in which the state of a case changes. */
export const evolve = (state: CaseState, recorded: RecordedEvent): CaseState => ({
  ...fold(state, recorded.event, recorded),
  seq: recorded.seq,
});

function fold(state: CaseState, event: CaseEvent, recorded: RecordedEvent): CaseState {
  switch (event.type) {
    case 'CaseOpened':
      return opened(state, event, recorded);
    case 'PaperDrafted':
    case 'PaperReused':
    case 'PaperSent':
    case 'PaperSigned':
    case 'PaperCameIntoForce':
    case 'PaperExpired':
    case 'PaperRevoked':
    case 'PaperSuperseded':
      return evolvePapers(state, event, recorded);
    case 'PersonProposed':
    case 'PersonAccepted':
    case 'PersonCorrected':
    case 'PersonRejected':
    case 'NeedsSet':
    case 'DepartureRecorded':
    case 'PersonLeft':
    case 'AccessSuspended':
    case 'AccessResumed':
      return evolvePeople(state, event, recorded);
    case 'RoleNominated':
    case 'RoleTaken':
    case 'RoleEnded':
      return evolveRoles(state, event, recorded);
    case 'ApprovalRequested':
    case 'ApprovalGiven':
    case 'ApprovalCompleted':
    case 'ApprovalRejected':
    case 'ApprovalReturned':
    case 'QuestionsAnswered':
    case 'ApprovalEscalated':
    case 'ApprovalVoided':
    case 'SuccessorNotAsked':
    case 'ApprovalDelegated':
    case 'DelegationEnded':
    case 'StageCompleted':
    case 'StageReopened':
      return evolveApprovals(state, event, recorded);
    case 'AccessRequestApproved':
    case 'AccessRequestEnded':
      return evolveAccessRequest(state, event, recorded);
    case 'InvoiceRecorded':
    case 'RedFlagRaised':
    case 'RedFlagCleared':
    case 'RemedyAgreed':
    case 'RemedyLapsed':
    case 'ControlWaived':
    case 'WaiverEnded':
      return evolveFlags(state, event, recorded);
    case 'AccessGranted':
    case 'AccessEnded':
    case 'AccessObserved':
    case 'InvitationEnded':
    case 'AccessOpened':
    case 'AccessWithdrawn':
    case 'AbsenceProven':
    case 'AccessFoundAfterEnd':
    case 'AccessFoundWithoutGrant':
    case 'AccessFailed':
    case 'ManualChangeAttested':
    case 'ManualAccessVerified':
      return evolveAccess(state, event, recorded);
    case 'AccessStopped':
    case 'StopLifted':
      return evolveStops(state, event, recorded);
    case 'ReplacementRequested':
    case 'ReplacementHeld':
    case 'ReplacementSlaBreached':
    case 'ReplacementFulfilled':
    case 'ReplacementWithdrawn':
    case 'HandoverRecorded':
      return evolveReplacements(state, event, recorded);
    case 'RecertificationOpened':
    case 'AccessRecertified':
    case 'RecertificationLapsed':
      return evolveRecertification(state, event, recorded);
    case 'TaskOpened':
    case 'TaskChanged':
    case 'TaskClosed':
    case 'TaskBecameLate':
    case 'ReminderDue':
      return evolveTasks(state, event, recorded);
    case 'LetterQueued':
    case 'LetterExtended':
    case 'LetterAccepted':
    case 'LetterFailed':
      return evolveLetters(state, event, recorded);
    case 'MeetingDue':
    case 'MeetingHeld':
    case 'MeetingMissed':
    case 'ReadingRecorded':
      return evolveCadence(state, event, recorded);
    case 'MilestonesAgreed':
    case 'MilestoneDelivered':
    case 'MilestoneAccepted':
    case 'MilestoneReturned':
    case 'MilestoneMoveProposed':
    case 'MilestoneMoved':
    case 'MilestoneMoveDeclined':
    case 'MilestoneLate':
      return evolveMilestones(state, event, recorded);
    case 'FirstDayAgreed':
    case 'FirstDayAnnounced':
    case 'FirstDayConfirmed':
    case 'FirstDayRefused':
    case 'FirstDayLate':
      return evolveFirstDays(state, event, recorded);
    case 'DisputeRaised':
    case 'DisputeAnswered':
      return evolveDisputes(state, event, recorded);
    case 'IncidentReported':
    case 'IncidentAmended':
    case 'IncidentStepRecorded':
    case 'IncidentClockReminded':
    case 'IncidentDutyLate':
    case 'IncidentClosed':
      return evolveIncidents(state, event, recorded);
    case 'ModelChosen':
    case 'ScopeChanged':
    case 'PolicyApproved':
    case 'PlanRecompiled':
    case 'PlanCompilationFailed':
    case 'CasePaused':
    case 'CaseResumed':
    case 'CaseClosing':
    case 'CaseClosed':
      return evolveLife(state, event, recorded);
    case 'EvidenceSubmitted':
    case 'EvidenceSucceeded':
    case 'UserEntityControlConfirmed':
    case 'ControlAssessed':
      return evolveControls(state, event, recorded);
    case 'CalendarsLoaded':
    case 'CalendarsFailed':
    case 'LapseWarned':
    case 'PendingPartyChanged':
      return evolveClocks(state, event, recorded);
    case 'ResourceIdentified':
    case 'ResourceUnknown':
    case 'AccountIdentified':
    case 'AccountUnknown':
    case 'IdentificationFailed':
      return evolveIdentities(state, event, recorded);
    case 'ResourceSurveyed':
    case 'SurveyFailed':
      return evolveSurveys(state, event, recorded);
    case 'UnknownAccountFound':
    case 'AccountDeclared':
    case 'AccessChangedOutside':
    case 'OutsideChangeReviewed':
      return evolveAccounts(state, event, recorded);
    case 'LeftBehindListed':
    case 'LeftBehindFailed':
    case 'LeftBehindAnswered':
      return evolveLeftBehind(state, event, recorded);
    case 'DecisionRefused':
    case 'CommandFailed':
      return refused(state, recorded);
    case 'CaseRecovered':
      return state;
    default: {
      const never: never = event;
      return never;
    }
  }
}

/** Counts the refusals and failures of the running hour; those of the engine itself are nobody's. */
function refused(state: CaseState, { at, actor }: RecordedEvent): CaseState {
  if (actor.role === 'system') return state;
  const hour = at.slice(0, 13);
  const before = state.refusals[actor.personId];
  const count = before?.hour === hour ? before.count + 1 : 1;
  return { ...state, refusals: put(state.refusals, actor.personId, { hour, count }) };
}
