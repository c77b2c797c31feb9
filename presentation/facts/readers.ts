import type { CaseEvent } from '../../domain/case/events.js';
import type { FactType } from './fact.js';

type LeftOut = Partial<Record<FactType, string>>;

const REMINDERS = 'a detail of the mail that a task or notice caused';
const IN_ACCESS = 'told in the table of access';
const IN_TASKS = 'told in the table of tasks';
const IN_DOCUMENTS = 'told in the table of documents';
const IN_CONTROLS = 'told in the section on controls';
const IN_MILESTONES = 'told in the table of milestones';
const IN_FIRST_DAYS = 'told in the table of first days';
const UPKEEP = 'upkeep that decides nothing';
const ACTED = 'the act itself is printed';
const DAY_LINE = 'counted in the line that ends the day';

/** What each reader leaves out, and why. The story of a case and `ledger show` leave out nothing. */
const LEFT_OUT = {
  /** Decisions and refusals of the report; the rest of a report stands in its tables. */
  report: {
    PlanCompilationFailed: UPKEEP,
    CalendarsLoaded: UPKEEP,
    CalendarsFailed: UPKEEP,
    EvidenceSubmitted: IN_CONTROLS,
    EvidenceSucceeded: IN_CONTROLS,
    SuccessorNotAsked: UPKEEP,
    ControlAssessed: IN_CONTROLS,
    LapseWarned: IN_CONTROLS,
    PaperDrafted: IN_DOCUMENTS,
    PaperReused: IN_DOCUMENTS,
    PaperSent: IN_DOCUMENTS,
    PaperCameIntoForce: IN_DOCUMENTS,
    PaperExpired: IN_DOCUMENTS,
    PaperSuperseded: IN_DOCUMENTS,
    PersonProposed: 'told in the table of people',
    PersonLeft: 'told in the table of people',
    NeedsSet: IN_ACCESS,
    ApprovalCompleted: 'the votes that complete it are told',
    DelegationEnded: 'its end is told with the delegation',
    AccessGranted: IN_ACCESS,
    AccessEnded: IN_ACCESS,
    AccessObserved: IN_ACCESS,
    InvitationEnded: IN_ACCESS,
    AccessOpened: IN_ACCESS,
    AccessWithdrawn: IN_ACCESS,
    AbsenceProven: IN_ACCESS,
    AccessFoundAfterEnd: IN_ACCESS,
    AccessFoundWithoutGrant: IN_ACCESS,
    AccessChangedOutside: IN_ACCESS,
    UnknownAccountFound: IN_ACCESS,
    LeftBehindListed: IN_ACCESS,
    LeftBehindFailed: IN_ACCESS,
    AccessFailed: IN_ACCESS,
    ResourceIdentified: UPKEEP,
    ResourceUnknown: IN_ACCESS,
    AccountIdentified: UPKEEP,
    AccountUnknown: IN_ACCESS,
    IdentificationFailed: UPKEEP,
    ResourceSurveyed: UPKEEP,
    SurveyFailed: UPKEEP,
    RecertificationOpened: 'each answer is told',
    TaskOpened: IN_TASKS,
    TaskClosed: IN_TASKS,
    TaskChanged: IN_TASKS,
    TaskBecameLate: IN_TASKS,
    ReminderDue: IN_TASKS,
    LetterQueued: REMINDERS,
    LetterExtended: REMINDERS,
    LetterAccepted: REMINDERS,
    LetterFailed: REMINDERS,
    MeetingDue: 'told in the table of meetings',
    MeetingHeld: 'told in the table of meetings',
    MeetingMissed: 'told in the table of meetings',
    ReadingRecorded: 'told in the section on KPIs',
    MilestonesAgreed: IN_MILESTONES,
    MilestoneDelivered: IN_MILESTONES,
    MilestoneLate: IN_MILESTONES,
    FirstDayAgreed: IN_FIRST_DAYS,
    FirstDayAnnounced: IN_FIRST_DAYS,
    FirstDayLate: IN_FIRST_DAYS,
    IncidentClockReminded: 'told in the section on incidents',
    IncidentClosed: 'told in the section on incidents',
    PendingPartyChanged: 'summed up under pending time',
    CaseClosed: 'told in the head of the report',
  },
  /** The story that a rehearsal prints as it plays: acts stand there by themselves. */
  rehearsal: {
    PlanCompilationFailed: UPKEEP,
    ModelChosen: ACTED,
    PolicyApproved: 'the decision on the policy is told',
    CalendarsLoaded: UPKEEP,
    CalendarsFailed: UPKEEP,
    EvidenceSubmitted: ACTED,
    EvidenceSucceeded: 'the approval is told',
    SuccessorNotAsked: UPKEEP,
    UserEntityControlConfirmed: ACTED,
    PaperDrafted: ACTED,
    PaperSent: ACTED,
    PaperSigned: ACTED,
    PaperSuperseded: 'the document in its place is told',
    PersonProposed: ACTED,
    PersonCorrected: ACTED,
    PersonRejected: ACTED,
    NeedsSet: ACTED,
    DepartureRecorded: ACTED,
    RoleNominated: ACTED,
    AccessSuspended: ACTED,
    AccessResumed: ACTED,
    AccessRequestApproved: 'the approval is told',
    AccessStopped: ACTED,
    StopLifted: ACTED,
    ApprovalGiven: ACTED,
    ApprovalCompleted: 'what the approval opens is told',
    QuestionsAnswered: ACTED,
    ApprovalDelegated: ACTED,
    DelegationEnded: UPKEEP,
    RemedyAgreed: ACTED,
    AccessGranted: 'its opening at the provider is told',
    AccessObserved: UPKEEP,
    OutsideChangeReviewed: ACTED,
    AccountDeclared: ACTED,
    LeftBehindFailed: UPKEEP,
    LeftBehindAnswered: ACTED,
    ResourceIdentified: UPKEEP,
    AccountIdentified: UPKEEP,
    IdentificationFailed: UPKEEP,
    SurveyFailed: UPKEEP,
    TaskOpened: 'what waits is told once, by the approval or control',
    TaskClosed: UPKEEP,
    TaskChanged: UPKEEP,
    ReminderDue: DAY_LINE,
    LetterQueued: DAY_LINE,
    LetterExtended: DAY_LINE,
    LetterAccepted: DAY_LINE,
    LetterFailed: DAY_LINE,
    MeetingDue: UPKEEP,
    MeetingHeld: ACTED,
    MilestoneDelivered: ACTED,
    MilestoneAccepted: ACTED,
    MilestoneReturned: ACTED,
    MilestoneMoveProposed: ACTED,
    MilestoneMoveDeclined: ACTED,
    FirstDayAnnounced: ACTED,
    FirstDayRefused: ACTED,
    DisputeRaised: ACTED,
    CommandFailed: 'a failure of the product ends the rehearsal',
  },
  /** What would follow from an act, before it is done. */
  preview: {
    TaskClosed: ACTED,
    TaskChanged: UPKEEP,
    ReminderDue: UPKEEP,
    PendingPartyChanged: 'follows from the tasks that are told',
    CalendarsLoaded: UPKEEP,
    CalendarsFailed: UPKEEP,
    LapseWarned: REMINDERS,
    LetterQueued: REMINDERS,
    LetterExtended: REMINDERS,
    LetterAccepted: REMINDERS,
    LetterFailed: REMINDERS,
  },
} as const satisfies Record<string, LeftOut>;

/** A reader that tells some facts and leaves others out. */
export type FactReader = keyof typeof LEFT_OUT;

/** Why a reader leaves a fact out; undefined for what it tells. */
export function whyLeftOut(reader: FactReader, type: FactType): string | undefined {
  const left: LeftOut = LEFT_OUT[reader];
  return left[type];
}

/** A look that found nothing to ask about. */
const isClean = (event: CaseEvent): boolean =>
  (event.type === 'ResourceSurveyed' && event.unknownAccounts.length === 0) ||
  (event.type === 'LeftBehindListed' && event.found.length === 0);

/** Whether a reader tells a fact. */
export function tells(reader: FactReader, event: CaseEvent): boolean {
  if (whyLeftOut(reader, event.type) !== undefined) return false;
  // A clean check is upkeep, and a gate asks for its own decision: neither is news.
  if (reader === 'rehearsal') return !isClean(event);
  return reader === 'preview' || event.type !== 'ApprovalRequested' || event.approval.kind !== 'gate';
}
