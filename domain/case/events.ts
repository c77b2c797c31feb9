import type { AccountOwner } from '../access/account.js';
import type { AccessIntent, HeldForOthers, Lease, LeaseCause, WayIn } from '../access/lease.js';
import type { KnownPlace } from '../access/standing.js';
import type { StopReach } from '../access/stop.js';
import type { Approval } from '../approvals/approval.js';
import type { Calendar } from '../clocks/calendar.js';
import type { Assessment } from '../controls/assessment.js';
import type { JsonObject } from '../controls/form.js';
import type { Dispute, DisputeAnswer } from '../disputes/dispute.js';
import type { FirstDay } from '../firstDays/firstDay.js';
import type { Incident, IncidentClock, IncidentStep, NoticeItem, Side } from '../incidents/incident.js';
import type { LeftIs, LeftThing, UnseenPart } from '../leftBehind/leftBehind.js';
import type { ScopeChange } from '../lifecycle/scopeChange.js';
import type { Letter } from '../mail/letter.js';
import type { MilestoneTerms, Staying } from '../milestones/milestone.js';
import type { Paper, PaperInForce, PaperSource } from '../papers/paper.js';
import type { OwnOrigin, PolicyOrigin } from '../policyChange/origin.js';
import type { Credit, Fulfilment, Handover, ReplacementTerms } from '../replacement/replacement.js';
import type { Said, Why } from '../say.js';
import type { RecordedTask } from '../tasks/recordedTask.js';
import type { Day, Instant } from '../time.js';
import type { PersonField } from './carried.js';
import type { AccessNeed, EngagementModel, EngineerIntake, Intake } from './intake.js';
import type { Plan, StageId } from './plan.js';
import type { Actor, ClientRole, HeldRole, Party, PersonId, Role } from './roles.js';
import type { CaseOutcome } from './state.js';

/** Facts of a case, past tense; the ledger is made of them. */
export type CaseEvent =
  | {
      type: 'CaseOpened';
      intake: Intake;
      plan: Plan;
      calendars: { client: Calendar; vendor: Calendar };
      /** What was told of each person of the vendor, by its random id; the store holds it. */
      details?: Record<PersonId, string>;
      /** Whose the policy of the plan is; left out: the case was opened before that was recorded. */
      policyOrigin?: OwnOrigin;
    }
  /** `intake`: what the plan is for after a change of scope. */
  | { type: 'PlanRecompiled'; plan: Plan; intake?: Intake; reason: string }
  | { type: 'PlanCompilationFailed'; said: Said; nextAttemptAt: Instant }
  | { type: 'ModelChosen'; model: EngagementModel; reason: string }
  | { type: 'ScopeChanged'; change: ScopeChange; reason: string }
  /** The case goes over to this policy; `plan`: hash of the one plan that may come of it. `origin`: whose the policy was when it was proposed. */
  | {
      type: 'PolicyApproved';
      approval: string;
      policy: Plan['policy'];
      origin?: PolicyOrigin;
      plan: string;
      reason: string;
    }
  | { type: 'CalendarsLoaded'; client: Calendar; vendor: Calendar }
  | { type: 'CalendarsFailed'; said: Said; nextAttemptAt: Instant }
  /** `successor`: it waits beside what stands. */
  | {
      type: 'EvidenceSubmitted';
      control: string;
      person?: PersonId;
      form: JsonObject;
      formHash: string;
      successor?: true;
    }
  /** The successor takes the place: approved, met where nobody decides on it, or left alone by the end of what stood. */
  | { type: 'EvidenceSucceeded'; key: string; because: 'approved' | 'met' | 'ended' }
  | { type: 'PaperDrafted'; paper: Omit<Paper, 'state' | 'signatures' | 'registeredBy'> }
  | { type: 'PaperReused'; source: PaperSource; paper: PaperInForce }
  | { type: 'PaperSent'; paper: string }
  | { type: 'PaperSigned'; paper: string; by: string; textHash: string; complete: boolean }
  | { type: 'PaperCameIntoForce'; paper: string; textHash: string }
  | { type: 'PaperExpired'; paper: string }
  | { type: 'PaperRevoked'; paper: string; reason: string }
  | { type: 'PaperSuperseded'; paper: string; by: string }
  /** `key`: of number, text and owner, so that a changed one is asked for again. */
  | { type: 'UserEntityControlConfirmed'; id: string; key: string; evidence: string }
  | { type: 'ControlAssessed'; key: string; assessment: Assessment }
  /** `details`: id of what was told of the person; the store holds it. */
  | ({ type: 'PersonProposed'; replaces?: string; details?: string } & EngineerIntake)
  /** With what was told of the person, the login among it. */
  | { type: 'PersonAccepted'; person: PersonId; details?: string; reason: string }
  /** Which data were put right; they stand in the store. `details`: where the login is another one, which has to be accepted. */
  | { type: 'PersonCorrected'; person: PersonId; changed: PersonField[]; details?: string; reason: string }
  | { type: 'PersonRejected'; person: PersonId; reason: string }
  | { type: 'NeedsSet'; person: PersonId; needs: AccessNeed[]; reason: string }
  | { type: 'DepartureRecorded'; person: PersonId; lastInstant: Instant; reason: Why }
  | { type: 'PersonLeft'; person: PersonId }
  | { type: 'AccessSuspended'; person: PersonId; reason: string }
  | { type: 'AccessResumed'; person: PersonId; reason: string }
  /** By a stop that was made for many cases; `stop` is its id in all of them. */
  | ({ type: 'AccessStopped'; stop: string; reason: string } & StopReach)
  | ({ type: 'StopLifted'; stop: string; reason: string } & StopReach)
  | {
      type: 'ApprovalRequested';
      approval: Omit<Approval, 'status' | 'votes' | 'askedAt' | 'escalatedTo' | 'questions' | 'returnedAt' | 'stands'>;
    }
  | { type: 'ApprovalGiven'; approval: string; contentHash: string; role: Role; onBehalfOf?: PersonId; reason: string }
  | { type: 'ApprovalCompleted'; approval: string; contentHash: string }
  | { type: 'ApprovalRejected'; approval: string; contentHash: string; role: Role; reason: string }
  | { type: 'ApprovalReturned'; approval: string; contentHash: string; role: Role; questions: string }
  | { type: 'QuestionsAnswered'; approval: string; answer: string }
  | { type: 'ApprovalEscalated'; approval: string; to: Role }
  | { type: 'ApprovalVoided'; approval: string; was: string; reason: Why }
  /** A successor is no longer asked for; what was approved before stands as it did. */
  | { type: 'SuccessorNotAsked'; approval: string; reason: Said }
  | { type: 'ApprovalDelegated'; role: Role; to: PersonId; until: Instant; reason: string }
  | { type: 'DelegationEnded'; from: PersonId; to: PersonId; role: Role; reason?: string }
  /** Takes effect once somebody else confirms it; `details`: id of what was told of the person. */
  | { type: 'RoleNominated'; role: HeldRole; person: PersonId; details?: string; replaces?: PersonId; reason: string }
  | { type: 'RoleTaken'; role: HeldRole; person: PersonId; replaces?: PersonId; reason: string }
  /** `left`: the person has left the client, and their tokens end. */
  | { type: 'RoleEnded'; person: PersonId; roles: ClientRole[]; left: boolean; reason: string }
  /** The need stands from here on, and its time-box runs. */
  | { type: 'AccessRequestApproved'; approval: string; person: PersonId; need: AccessNeed }
  /** `lapsed`: nobody decided in time; `moot`: what was asked for cannot be given any more. */
  | {
      type: 'AccessRequestEnded';
      approval: string;
      person: PersonId;
      resource: string;
      askedBy: PersonId;
      how: 'lapsed' | 'withdrawn' | 'moot';
      reason?: Why;
    }
  | { type: 'StageCompleted'; stage: StageId }
  | { type: 'StageReopened'; stage: StageId; reason: Said }
  | { type: 'RedFlagRaised'; flag: string; person?: PersonId; reason: Why }
  /** Without an approval: by evidence, as it was raised, while nobody had decided on it. */
  | { type: 'RedFlagCleared'; key: string; approval?: string }
  | { type: 'RemedyAgreed'; key: string; approval: string; term: string; owner: PersonId; until: Instant }
  | { type: 'RemedyLapsed'; key: string }
  | {
      type: 'ControlWaived';
      key: string;
      approval: string;
      reason: string;
      requestedBy: PersonId;
      by: PersonId;
      until: Instant;
    }
  | { type: 'WaiverEnded'; key: string }
  | {
      type: 'AccessGranted';
      lease: string;
      person: PersonId;
      resource: string;
      permission: string;
      restsOn: string[];
      notAfter?: Instant;
      /** Which of the things told of the person has the login. */
      account?: string;
    }
  | { type: 'AccessEnded'; lease: string; cause: LeaseCause; detail: Why }
  | {
      type: 'AccessObserved';
      lease: string;
      /** What the request was for. */
      intent: AccessIntent;
      seen: Lease['seen'];
      permission?: string;
      acted: boolean;
      providerRequests: number;
      /** After a closing: the ways that let in all the same. */
      ways?: WayIn[];
      /** What other cases grant of it, beyond this one. */
      others?: HeldForOthers;
      /** The end at which the provider closes by itself, null where it never does; left out where it has none. */
      until?: Instant | null;
      /** When its place was looked at before, and it was still as the entry before this one says. */
      asBefore?: Instant;
    }
  /** An invitation is no more and did not become access; `times`: in a row. */
  | { type: 'InvitationEnded'; lease: string; how: 'lapsed' | 'declined'; times: number }
  | { type: 'AccessOpened'; lease: string; permission: string }
  /** `others`: what is left there, which other cases grant. */
  | { type: 'AccessWithdrawn'; lease: string; others?: HeldForOthers }
  | { type: 'AbsenceProven'; lease: string; hours: number; others?: HeldForOthers }
  | {
      type: 'AccessFoundAfterEnd';
      lease: string;
      /** Absent where the resource's list of accounts named the person, which does not tell them apart. */
      seen?: 'present' | 'invited';
    }
  /** Somebody accepted is on a resource where they were never granted anything: it is closed. */
  | {
      type: 'AccessFoundWithoutGrant';
      lease: string;
      person: PersonId;
      resource: string;
      permission?: string;
      /** Which of the things told of the person has the login. */
      account: string;
    }
  /** By hand, at the provider: access that was granted was removed, or has another permission than the granted one. */
  | {
      type: 'AccessChangedOutside';
      lease: string;
      change: 'permission' | 'removed';
      /** The permission that was granted, and the one that was found. */
      from?: string;
      to?: string;
    }
  | { type: 'OutsideChangeReviewed'; lease: string; decision: 'restore' | 'keep-closed' | 'noted'; reason: string }
  /** What stays on a place of somebody whose access has ended; `answerBy`: of what nobody has answered for yet. */
  | {
      type: 'LeftBehindListed';
      lease: string;
      found: LeftThing[];
      unseen: UnseenPart[];
      answerBy?: Instant;
    }
  /** Without `nextAttemptAt`: it failed too often, and is left at that. */
  | { type: 'LeftBehindFailed'; lease: string; code: string; message: string; nextAttemptAt?: Instant }
  | { type: 'LeftBehindAnswered'; lease: string; item: string; is: LeftIs; whose?: string; reason: string }
  | {
      type: 'AccessFailed';
      lease: string;
      intent: AccessIntent;
      code: string;
      message: string;
      nextAttemptAt: Instant;
    }
  | { type: 'ManualChangeAttested'; lease: string; is: 'opened' | 'closed'; evidence: string }
  | { type: 'ManualAccessVerified'; lease: string; found: 'present' | 'absent'; evidence: string }
  | {
      type: 'ReplacementRequested';
      replacement: string;
      person: PersonId;
      reason: string;
      forCause: boolean;
      terms: ReplacementTerms;
      due: Instant;
      /** The request of the same person that was withdrawn shortly before: its clock goes on. */
      continues?: string;
    }
  /** The clock stands still while the client is waited for, and goes on with the days that were left. */
  | { type: 'ReplacementHeld'; replacement: string; held: boolean; due: Instant }
  | {
      type: 'ReplacementSlaBreached';
      replacement: string;
      person: PersonId;
      due: Instant;
      /** Per cent of one monthly rate for each business day late, and at most. */
      creditPercentPerDay: number;
      creditMaxPercent: number;
    }
  | ({ type: 'ReplacementFulfilled'; replacement: string } & Fulfilment)
  | ({ type: 'ReplacementWithdrawn'; replacement: string; reason: string } & Credit)
  | { type: 'HandoverRecorded'; replacement: string; form: Handover }
  | { type: 'RecertificationOpened'; round: number; leases: string[]; deadline: Instant }
  | {
      type: 'AccessRecertified';
      lease: string;
      decision: 'confirm' | 'reduce' | 'remove';
      profile?: string;
      reason: string;
    }
  | { type: 'RecertificationLapsed'; lease: string }
  /** The provider was asked for the place by its name, or it goes by another name now. */
  | { type: 'ResourceIdentified'; resource: string; place: KnownPlace }
  /** `gone`: it was there and is no more. */
  | { type: 'ResourceUnknown'; resource: string; gone?: true; nextAttemptAt?: Instant }
  /** The accounts that were told of a person as `of` have their numbers among what is told as `details`; once more where one goes by another name now. */
  | { type: 'AccountIdentified'; person: PersonId; of: string; details: string; providers: string[] }
  /** `gone`: it was there and is no more. */
  | { type: 'AccountUnknown'; person: PersonId; of: string; providers: string[]; gone?: true; nextAttemptAt?: Instant }
  | {
      type: 'IdentificationFailed';
      resource?: string;
      person?: PersonId;
      code: string;
      message: string;
      nextAttemptAt: Instant;
    }
  | { type: 'ResourceSurveyed'; resource: string; unknownAccounts: PersonId[] }
  /** Whose the account is has to be said by then. */
  | { type: 'UnknownAccountFound'; resource: string; person: PersonId; permission?: string; answerBy: Instant }
  | {
      type: 'AccountDeclared';
      resource: string;
      person: PersonId;
      is: AccountOwner;
      /** Of which team, service or company. */
      whose?: string;
      reason: string;
    }
  /** `nextAttemptAt`: when the case asks again, where it had asked for the look. */
  | { type: 'SurveyFailed'; resource: string; code: string; message: string; nextAttemptAt?: Instant }
  | { type: 'TaskOpened'; task: RecordedTask }
  | { type: 'TaskClosed'; task: string }
  | { type: 'TaskChanged'; task: RecordedTask }
  | { type: 'TaskBecameLate'; task: string; due: Instant }
  | { type: 'ReminderDue'; task: string; at: Instant }
  | { type: 'LapseWarned'; id: string; what: string; at: Instant }
  /** `sendAt`: while it waits for more of the same; left out: at once. */
  | { type: 'LetterQueued'; letterId: string; to: PersonId; letter: Letter; sendAt?: Instant }
  /** Facts that a letter which waits takes up. */
  | { type: 'LetterExtended'; letterId: string; facts: number[]; sendAt: Instant }
  /** `textHash`: SHA-256 of the text that was sent, under which it is kept. */
  | { type: 'LetterAccepted'; letterId: string; messageId: string; textHash: string; resent: boolean }
  | { type: 'LetterFailed'; letterId: string; code: string; message: string; nextAttemptAt?: Instant }
  | { type: 'MeetingDue'; meeting: string; day: Day; due: Instant; missesAt: Instant }
  | { type: 'MeetingHeld'; meeting: string; day: Day; attendees: number; notes: string }
  | { type: 'MeetingMissed'; meeting: string; day: Day }
  | {
      type: 'ReadingRecorded';
      kpi: string;
      value: number;
      source: string;
      missed: boolean;
      /** When it was read, where that is not when it was recorded. */
      readAt?: Instant;
      evalSetHash?: string;
    }
  /** All milestones from now on; `agreed`: hash of the list of the terms; `stays`: what the terms would have changed and did not. */
  | { type: 'MilestonesAgreed'; agreed: string; milestones: MilestoneTerms[]; stays?: Staying[] }
  | { type: 'MilestoneDelivered'; milestone: string; evidence: string }
  | { type: 'MilestoneAccepted'; milestone: string; delivery: number; reason: string }
  | { type: 'MilestoneReturned'; milestone: string; delivery: number; reason: string }
  | { type: 'MilestoneMoveProposed'; milestone: string; due: Day; by: Side; reason: string }
  | { type: 'MilestoneMoved'; milestone: string; due: Day; from: Day; reason: string }
  | { type: 'MilestoneMoveDeclined'; milestone: string; due: Day; reason: string }
  /** Once for each day that it was due on. */
  | { type: 'MilestoneLate'; milestone: string; due: Instant }
  | ({ type: 'FirstDayAgreed' } & Pick<FirstDay, 'person' | 'manager' | 'due'>)
  | { type: 'FirstDayAnnounced'; person: PersonId; day: Day }
  /** `daysLate`: calendar days after the agreed one. */
  | { type: 'FirstDayConfirmed'; person: PersonId; day: Day; daysLate: number; reason: string }
  | { type: 'FirstDayRefused'; person: PersonId; day: Day; reason: string }
  /** `side`: whose miss it is; `insteadOf`: whose the same miss was said to be before, which holds no more. */
  | { type: 'FirstDayLate'; person: PersonId; due: Instant; side: Side; insteadOf?: Side }
  | ({ type: 'DisputeRaised'; dispute: string } & Omit<Dispute, 'id' | 'raisedBy' | 'raisedAt' | 'answered'>)
  | ({
      type: 'DisputeAnswered';
      dispute: string;
      /** A missed meeting that was held. */
      attendees?: number;
      notes?: string;
      /** Whoever recorded it has answered, since the case names nobody else who could. */
      alone?: true;
    } & Pick<Dispute, 'about' | 'ref' | 'of' | 'when'> &
      Pick<DisputeAnswer, 'answer' | 'reason' | 'value' | 'missed'>)
  /** What was billed for a month (`YYYY-MM`), whole US dollars, and for how many engineers; a later one for the same month takes its place. */
  | { type: 'InvoiceRecorded'; month: string; billedUsd: number; engineers: number; note?: string }
  | { type: 'IncidentReported'; incident: Omit<Incident, 'steps' | 'closedAt'> }
  | {
      type: 'IncidentStepRecorded';
      incident: string;
      step: IncidentStep;
      at: Instant;
      minutes: number;
      lateMinutes?: number;
      link?: string;
      hash?: string;
      grounds?: string;
      items?: NoticeItem[];
    }
  | {
      type: 'IncidentAmended';
      incident: string;
      side: Side;
      /** What the side says of itself. */
      awareAt?: Instant;
      personalData?: true;
      /** The other side says otherwise; the clock runs from the earlier. */
      disputed?: true;
      vendorAwareAt: Instant;
      clientAwareAt: Instant;
      clocks: Incident['clocks'];
    }
  | { type: 'IncidentClockReminded'; incident: string; clock: IncidentClock; percent: number; due: Instant }
  | { type: 'IncidentDutyLate'; incident: string; clock: IncidentClock; due: Instant }
  | { type: 'IncidentClosed'; incident: string; drill: boolean; minutes: Partial<Record<IncidentStep, number>> }
  | { type: 'PendingPartyChanged'; to: Party }
  | { type: 'DecisionRefused'; code: string; said: Said; command: string }
  | { type: 'CommandFailed'; command: string; message: string }
  | { type: 'CaseRecovered'; by: PersonId; forced: boolean }
  | { type: 'CasePaused'; reason: string }
  | { type: 'CaseResumed'; reason: string }
  /** `outcome` left out: completed. */
  | { type: 'CaseClosing'; outcome?: CaseOutcome; reason: string }
  | { type: 'CaseClosed' };

/** An event as the fold sees it: its number in the ledger, the case's time, and who caused it. */
export type RecordedEvent = {
  /** Number of the entry in the case's ledger, from 1. */
  seq: number;
  at: Instant;
  actor: Actor;
  commandId: string;
  event: CaseEvent;
};
