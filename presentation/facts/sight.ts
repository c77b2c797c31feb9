import type { RecordedEvent } from '../../domain/case/events.js';
import { type PersonId, type Role, sideOf } from '../../domain/case/roles.js';
import type { CaseState, Evidence } from '../../domain/case/state.js';
import { parseSubjectKey } from '../../domain/controls/control.js';
import { isSuppliedByVendor } from '../../domain/controls/shown.js';
import type { Paper } from '../../domain/papers/paper.js';
import { namedFor } from '../../domain/people/named.js';
import { own } from '../../domain/record.js';
import type { Fact, FactType } from './fact.js';

/**
 * What somebody sees of a fact: all of it, that it happened (its line, without the words that somebody gave for it), or
 * nothing at all.
 */
export type Sight = 'all' | 'line' | 'none';

type Sights = { [T in FactType]: Sight | ((fact: Fact<T>, state: CaseState) => Sight) };

export const isOfVendor = (state: CaseState, id: PersonId): boolean =>
  namedFor(state, 'vendor-contact').includes(id) || own(state.people, id) !== undefined;

/** True where a role reads the answers that somebody supplied: the client all of them, the vendor's people those of their own side. */
export const readsAnswers = (role: Role, state: CaseState, { by }: Pick<Evidence, 'by'>): boolean =>
  sideOf(role) === 'client' || isOfVendor(state, by) || own(state.formerPeople, by) === 'vendor';

/** True for what somebody of the vendor has asked for or supplied. */
export const isAskedByVendor = (state: CaseState, approval: string): boolean =>
  (own(state.approvals, approval)?.requesters ?? []).some((id) => isOfVendor(state, id));

/** A document that both sides sign or that is about one of the vendor's people, or that the vendor has brought. */
export const isPaperOfVendor = (state: CaseState, { signers, person, registeredBy }: Paper): boolean =>
  person !== undefined ||
  isOfVendor(state, registeredBy) ||
  signers.some((signer) => signer === 'vendor' || isOfVendor(state, signer));

const paperSight = (state: CaseState, id: string): Sight => {
  const paper = own(state.papers, id);
  return paper !== undefined && isPaperOfVendor(state, paper) ? 'all' : 'none';
};
const controlSight = (key: string, seen: Sight): Sight =>
  isSuppliedByVendor(parseSubjectKey(key).controlId) ? seen : 'none';
/** Of somebody of the vendor's, whoever asked. */
const isRequestForAccess = (approval: string): boolean => approval.startsWith('access-request:');
/** True for the rejection with which a request for access ended: whoever asked for that one reads why. Of an earlier round, which others may have asked for, nothing is said. */
function isLastWord(state: CaseState, { approval, contentHash, reason }: Fact<'ApprovalRejected'>): boolean {
  const last = own(state.rejections, approval)?.at(-1);
  const isLast = last?.contentHash === contentHash && last.reason === reason;
  return isRequestForAccess(approval) && own(state.approvals, approval)?.status === 'rejected' && isLast;
}
/** Gates open for both sides, and access is the vendor's people's; anything else that is decided is the client's own, unless the vendor has asked for it. */
const decisionSight = (state: CaseState, approval: string): Sight =>
  approval.startsWith('gate:') || isRequestForAccess(approval) || isAskedByVendor(state, approval) ? 'line' : 'none';
const taskSight = (state: CaseState, assignees: readonly PersonId[]): Sight =>
  assignees.some((id) => isOfVendor(state, id)) ? 'all' : 'none';
const openTaskSight = (state: CaseState, id: string): Sight => taskSight(state, own(state.tasks, id)?.assignees ?? []);
const letterSight = (state: CaseState, letterId: string): Sight =>
  isOfVendor(state, letterId.slice(letterId.indexOf('-') + 1)) ? 'all' : 'none';
const incidentSight = (state: CaseState, id: string, seen: Sight): Sight => {
  const incident = own(state.incidents, id);
  return incident === undefined || (incident.drill && sideOf(incident.reportedBy.role) === 'client') ? 'none' : seen;
};

/**
 * What the vendor's people see of facts that others have brought about. Words are shown where they were addressed to
 * them: questions on what they have supplied, why access that they asked for was declined, why a milestone was returned or its day moved, the answer to a dispute, why one of them is to be replaced, the terms of a remedy that they owe,
 * what their own control lacks while it is their turn.
 */
const OF_VENDOR: Sights = {
  CaseOpened: 'line',
  PlanRecompiled: 'line',
  PlanCompilationFailed: 'none',
  ModelChosen: 'line',
  ScopeChanged: 'line',
  PolicyApproved: 'line',
  CalendarsLoaded: 'none',
  CalendarsFailed: 'none',
  EvidenceSubmitted: ({ control }) => controlSight(control, 'line'),
  EvidenceSucceeded: ({ key }) => controlSight(key, 'line'),
  UserEntityControlConfirmed: 'none',
  PaperDrafted: ({ paper }, state) => paperSight(state, paper.id),
  PaperReused: ({ paper }, state) => (paperSight(state, paper.id) === 'all' ? 'line' : 'none'),
  PaperSent: ({ paper }, state) => paperSight(state, paper),
  PaperSigned: ({ paper }, state) => paperSight(state, paper),
  PaperCameIntoForce: ({ paper }, state) => paperSight(state, paper),
  PaperExpired: ({ paper }, state) => paperSight(state, paper),
  PaperRevoked: ({ paper }, state) => (paperSight(state, paper) === 'all' ? 'line' : 'none'),
  PaperSuperseded: ({ paper }, state) => paperSight(state, paper),
  ControlAssessed: ({ key, assessment }) =>
    controlSight(key, assessment.status !== 'met' && sideOf(assessment.turn) === 'vendor' ? 'all' : 'line'),
  PersonProposed: 'all',
  PersonAccepted: 'line',
  PersonCorrected: 'line',
  PersonRejected: 'line',
  NeedsSet: 'line',
  DepartureRecorded: 'line',
  PersonLeft: 'all',
  RoleNominated: 'none',
  RoleTaken: 'line',
  RoleEnded: 'line',
  AccessSuspended: 'line',
  AccessResumed: 'line',
  AccessStopped: 'line',
  StopLifted: 'line',
  ApprovalRequested: ({ approval }, state) => decisionSight(state, approval.id),
  ApprovalGiven: ({ approval }, state) => decisionSight(state, approval),
  ApprovalCompleted: ({ approval }, state) => decisionSight(state, approval),
  ApprovalRejected: (fact, state) =>
    isLastWord(state, fact) && isAskedByVendor(state, fact.approval) ? 'all' : decisionSight(state, fact.approval),
  ApprovalReturned: ({ approval }, state) =>
    !isRequestForAccess(approval) && isAskedByVendor(state, approval) ? 'all' : decisionSight(state, approval),
  QuestionsAnswered: ({ approval }, state) => decisionSight(state, approval),
  ApprovalEscalated: ({ approval }, state) => decisionSight(state, approval),
  ApprovalVoided: ({ approval }, state) => decisionSight(state, approval),
  SuccessorNotAsked: ({ approval }, state) => decisionSight(state, approval),
  ApprovalDelegated: 'none',
  DelegationEnded: 'none',
  AccessRequestApproved: 'all',
  AccessRequestEnded: 'line',
  StageCompleted: 'all',
  StageReopened: 'line',
  RedFlagRaised: 'line',
  RedFlagCleared: 'line',
  RemedyAgreed: ({ owner }, state) => (isOfVendor(state, owner) ? 'all' : 'line'),
  RemedyLapsed: 'line',
  ControlWaived: ({ key }) => controlSight(key, 'line'),
  WaiverEnded: ({ key }) => controlSight(key, 'line'),
  AccessGranted: 'all',
  AccessEnded: 'line',
  AccessObserved: ({ others }) => (others === undefined ? 'all' : 'line'),
  InvitationEnded: 'all',
  AccessOpened: 'all',
  AccessWithdrawn: ({ others }) => (others === undefined ? 'all' : 'line'),
  AbsenceProven: ({ others }) => (others === undefined ? 'all' : 'line'),
  AccessFoundAfterEnd: 'all',
  AccessFoundWithoutGrant: 'all',
  AccessChangedOutside: 'line',
  OutsideChangeReviewed: 'none',
  LeftBehindListed: 'none',
  LeftBehindFailed: 'none',
  LeftBehindAnswered: 'none',
  UnknownAccountFound: 'none',
  AccountDeclared: 'none',
  AccessFailed: 'none',
  ManualChangeAttested: 'line',
  ManualAccessVerified: 'line',
  ReplacementRequested: 'all',
  ReplacementSlaBreached: 'all',
  ReplacementFulfilled: 'all',
  ReplacementHeld: 'all',
  ReplacementWithdrawn: 'line',
  HandoverRecorded: 'all',
  RecertificationOpened: 'line',
  AccessRecertified: 'line',
  RecertificationLapsed: 'line',
  ResourceIdentified: 'none',
  ResourceUnknown: 'none',
  AccountIdentified: 'all',
  AccountUnknown: 'all',
  IdentificationFailed: 'none',
  ResourceSurveyed: 'none',
  SurveyFailed: 'none',
  TaskOpened: ({ task }, state) => taskSight(state, task.assignees),
  TaskChanged: ({ task }, state) => taskSight(state, task.assignees),
  TaskClosed: ({ task }, state) => openTaskSight(state, task),
  TaskBecameLate: ({ task }, state) => openTaskSight(state, task),
  ReminderDue: ({ task }, state) => openTaskSight(state, task),
  LapseWarned: ({ what }) => controlSight(what, 'all'),
  LetterQueued: ({ to }, state) => (isOfVendor(state, to) ? 'all' : 'none'),
  LetterExtended: ({ letterId }, state) => letterSight(state, letterId),
  LetterAccepted: ({ letterId }, state) => letterSight(state, letterId),
  LetterFailed: 'none',
  MeetingDue: 'all',
  MeetingHeld: 'line',
  MeetingMissed: 'all',
  ReadingRecorded: 'line',
  InvoiceRecorded: 'none',
  MilestonesAgreed: 'all',
  MilestoneDelivered: 'all',
  MilestoneAccepted: 'all',
  MilestoneReturned: 'all',
  MilestoneMoveProposed: 'all',
  MilestoneMoved: 'all',
  MilestoneMoveDeclined: 'all',
  MilestoneLate: 'all',
  FirstDayAgreed: 'all',
  FirstDayAnnounced: 'all',
  FirstDayConfirmed: 'all',
  FirstDayRefused: 'all',
  FirstDayLate: 'all',
  DisputeRaised: 'all',
  DisputeAnswered: 'all',
  IncidentReported: ({ incident }, state) => incidentSight(state, incident.id, 'all'),
  IncidentStepRecorded: ({ incident }, state) => incidentSight(state, incident, 'line'),
  IncidentAmended: ({ incident }, state) => incidentSight(state, incident, 'line'),
  IncidentClockReminded: ({ incident }, state) => incidentSight(state, incident, 'all'),
  IncidentDutyLate: ({ incident }, state) => incidentSight(state, incident, 'all'),
  IncidentClosed: ({ incident }, state) => incidentSight(state, incident, 'all'),
  PendingPartyChanged: 'all',
  DecisionRefused: 'none',
  CommandFailed: 'none',
  CaseRecovered: 'none',
  CasePaused: 'line',
  CaseResumed: 'line',
  CaseClosing: 'line',
  CaseClosed: 'all',
};

/* The type apart from the fact: so each entry gets the fact that it is for, without a cast. */
function ofVendor<T extends FactType>(type: T, fact: Fact<T>, state: CaseState): Sight {
  const sight: Sights[T] = OF_VENDOR[type];
  return typeof sight === 'function' ? sight(fact, state) : sight;
}

/** What a role sees of a fact: the client's people all of it, the vendor's what they did, what is asked of them and what was decided on it. */
export function sightOf(role: Role, state: CaseState, { actor, event }: Pick<RecordedEvent, 'actor' | 'event'>): Sight {
  if (sideOf(role) === 'client') return 'all';
  // What they said themselves; an error of ours may hold anything.
  if (sideOf(actor.role) === 'vendor' && event.type !== 'CommandFailed') return 'all';
  return ofVendor(event.type, event, state);
}
