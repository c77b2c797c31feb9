import type { AccountOwner } from '../access/account.js';
import type { StopReach } from '../access/stop.js';
import type { Calendar } from '../clocks/calendar.js';
import type { JsonObject } from '../controls/form.js';
import type { DisputedThing } from '../disputes/dispute.js';
import type { IncidentKind, IncidentStep, NoticeItem } from '../incidents/incident.js';
import type { LeftIs } from '../leftBehind/leftBehind.js';
import type { ScopeChange } from '../lifecycle/scopeChange.js';
import type { PaperInForce, PaperKind, PaperSource, Signatory } from '../papers/paper.js';
import type { PlanDifference } from '../policyChange/difference.js';
import type { OwnOrigin, PolicyOrigin } from '../policyChange/origin.js';
import type { Handover } from '../replacement/replacement.js';
import type { Day, Instant } from '../time.js';
import type { CarriedPerson, PersonField } from './carried.js';
import type { EffectOutcome } from './effects.js';
import type { AccessNeed, EngagementModel, Intake } from './intake.js';
import type { Plan } from './plan.js';
import type { Actor, ClientRole, HeldRole, PersonId, Role } from './roles.js';
import type { CaseOutcome } from './state.js';

/** Opens the case; sent once by the starter of the workflow, with everything computed outside it. */
export type OpenCase = {
  type: 'OpenCase';
  intake: Intake;
  plan: Plan;
  calendars: { client: Calendar; vendor: Calendar };
  /** What was told of each person of the vendor, by its random id. */
  details?: Record<PersonId, string>;
  /** Whose the policy of the plan is, as the edge has looked up. */
  policyOrigin?: OwnOrigin;
};

/** Every act of a person on an open case. Days are read in the client's zone: from the start of `from`, to the end of `until`. */
export type HumanCommand =
  | { type: 'SubmitEvidence'; control: string; person?: PersonId; form: JsonObject }
  /** The owner of a control that a SOC 2 report leaves to the client says that it is in place; `evidence` is a link or a hash. */
  | { type: 'ConfirmUserEntityControl'; id: string; evidence: string }
  | {
      type: 'RegisterPaper';
      paper: string;
      kind: PaperKind;
      title: string;
      textHash: string;
      person?: PersonId;
      signers: Signatory[];
      from: Day;
      until?: Day;
      supersedes?: string;
    }
  | { type: 'SendPaper'; paper: string }
  | { type: 'SignPaper'; paper: string; textHash: string }
  | { type: 'RevokePaper'; paper: string; reason: string }
  /** Built by the edge from the verified ledger of the earlier case; no sender writes a signature. */
  | { type: 'ReusePaper'; source: PaperSource; paper: PaperInForce }
  /** `replaces` names the replacement that the person is proposed for; `details`, what was told of the person. */
  | ({ type: 'ProposePerson'; replaces?: string; details?: string } & Intake['engineers'][number])
  /** `details`: what whoever accepts has seen of the person, the login among it. */
  | { type: 'AcceptPerson'; person: PersonId; details?: string; reason: string }
  /** `details`: id of what is told of the person from now on, where the login is another one. */
  | { type: 'CorrectPerson'; person: PersonId; changed: PersonField[]; details?: string; reason: string }
  | { type: 'RejectPerson'; person: PersonId; reason: string }
  | { type: 'SetNeeds'; person: PersonId; needs: AccessNeed[]; reason: string }
  /** By the person, the vendor's contact or the client; the owner of the resource decides. */
  | { type: 'RequestAccess'; person: PersonId; resource: string; profile: string; task: string; reason: string }
  /** By whoever asked. */
  | { type: 'WithdrawAccessRequest'; person: PersonId; resource: string; reason: string }
  | { type: 'RecordDeparture'; person: PersonId; lastInstant?: Instant; reason: string }
  /** For cause the leaver's access ends at once; else on the last day, or after the overlap with the joiner. */
  | { type: 'RequestReplacement'; person: PersonId; reason: string; forCause: boolean; lastDay?: Day }
  | { type: 'WithdrawReplacement'; replacement: string; reason: string }
  | { type: 'RecordHandover'; replacement: string; form: Handover }
  | {
      type: 'Recertify';
      person: PersonId;
      resource: string;
      decision: 'confirm' | 'reduce' | 'remove';
      /** To reduce: the lesser access profile. */
      profile?: string;
      reason: string;
    }
  | { type: 'SuspendAccess'; person: PersonId; reason: string }
  /** The administrator of a data set or model says what was done there by hand; `evidence` is a link or a hash. */
  | { type: 'AttestManualChange'; person: PersonId; resource: string; is: 'opened' | 'closed'; evidence: string }
  /** Somebody else has looked. */
  | { type: 'VerifyManualAccess'; person: PersonId; resource: string; found: 'present' | 'absent'; evidence: string }
  /** Says whose accounts on a resource are; `whose`: of which team, service or company. */
  | {
      type: 'DeclareAccounts';
      resource: string;
      accounts: PersonId[];
      is: AccountOwner;
      whose?: string;
      reason: string;
    }
  /** Decides on what somebody changed by hand at the provider: a removal is restored or stands, another permission is noted. */
  | {
      type: 'ReviewOutsideChange';
      person: PersonId;
      resource: string;
      decision: 'restore' | 'keep-closed' | 'noted';
      reason: string;
    }
  /** Says of one thing that stays of an ended access, `<kind>:<id>`, that it was removed, or whose it is now. */
  | {
      type: 'AnswerLeftBehind';
      person: PersonId;
      resource: string;
      item: string;
      is: LeftIs;
      whose?: string;
      reason: string;
    }
  | { type: 'ResumeAccess'; person: PersonId; reason: string }
  | {
      type: 'Decide';
      approval: string;
      contentHash: string;
      decision: 'approve' | 'reject' | 'return';
      /** The reason; for `return`, the questions. */
      reason: string;
    }
  | { type: 'AnswerQuestions'; approval: string; answer: string }
  | { type: 'Delegate'; role: Role; to: PersonId; until: Day; reason: string }
  /** By who gave it or who got it; `person` is the other one. */
  | { type: 'EndDelegation'; role: Role; person: PersonId; reason: string }
  /** Names somebody for a role; it takes effect once somebody else of the client confirms it. */
  | { type: 'NameForRole'; role: HeldRole; person: PersonId; details?: string; replaces?: PersonId; reason: string }
  | { type: 'ConfirmRole'; role: HeldRole; person: PersonId; reason: string }
  /** `role` left out: every role; `left`: the person has left the client, and their tokens end. */
  | { type: 'EndRole'; person: PersonId; role?: ClientRole; left: boolean; reason: string }
  | { type: 'RequestWaiver'; control: string; person?: PersonId; reason: string; until: Day }
  | { type: 'RaiseRedFlag'; flag: string; person?: PersonId; reason: string }
  | {
      type: 'ProposeRemedy';
      flag: string;
      person?: PersonId;
      term: string;
      owner: PersonId;
      until: Day;
      reason: string;
    }
  | { type: 'RequestClearance'; flag: string; person?: PersonId; paper?: string; reason: string }
  | { type: 'ChooseModel'; model: EngagementModel; reason: string }
  | { type: 'RecordMeeting'; meeting: string; day: Day; attendees: number; notes: string }
  /** `at`: when it was read, left out: now. */
  | { type: 'RecordReading'; kpi: string; value: number; source: string; at?: Day | Instant; evalSetHash?: string }
  /** `evidence`: a link or a hash under which what is delivered is found. */
  | { type: 'DeliverMilestone'; milestone: string; evidence: string }
  /** `delivery`: number of the one that was looked at. */
  | { type: 'AnswerMilestone'; milestone: string; delivery: number; answer: 'accept' | 'return'; reason: string }
  | { type: 'MoveMilestone'; milestone: string; due: Day; reason: string }
  /** By the other side; `due`: the day that was read. */
  | { type: 'AnswerMilestoneMove'; milestone: string; due: Day; answer: 'agree' | 'decline'; reason: string }
  | { type: 'AnnounceFirstDay'; person: PersonId; day: Day }
  | { type: 'AnswerFirstDay'; person: PersonId; day: Day; answer: 'confirm' | 'refuse'; reason: string }
  /** `of`: the KPI by its name, or the meeting by its control; `when` left out: the latest. */
  | { type: 'RaiseDispute'; about: DisputedThing; of: string; when?: Day | Instant; reason: string; evidence?: string }
  | {
      type: 'AnswerDispute';
      dispute: string;
      answer: 'uphold' | 'correct';
      /** To correct a reading. */
      value?: number;
      /** To correct a missed meeting, which was held: how many took part, and what came of it. */
      attendees?: number;
      notes?: string;
      reason: string;
    }
  | { type: 'RecordInvoice'; month: string; billedUsd: number; engineers: number; note?: string }
  | {
      type: 'ReportIncident';
      incident: string;
      /** An exercise of the same duty: nobody outside the client is told. */
      drill: boolean;
      what: IncidentKind;
      personalData: boolean;
      /** Left out: now. Said by the client it is a claim, which dates nothing. */
      vendorAwareAt?: Instant;
      /** Left out: now, which is the latest at which the client can have become aware. Said by the vendor it is a claim. */
      clientAwareAt?: Instant;
    }
  /** What is learnt later: when the sender's own side became aware, or that personal data are concerned. */
  | { type: 'AmendIncident'; incident: string; awareAt?: Instant; personalData?: true }
  | {
      type: 'RecordIncidentStep';
      incident: string;
      step: IncidentStep;
      /** When it was done; left out: now. */
      at?: Instant;
      /** Where the evidence lies, or the SHA-256 of the document. */
      link?: string;
      hash?: string;
      /** Why nobody has to be told: GDPR Art. 33(1) no risk, Art. 34(1) no high risk, or Art. 34(3). */
      grounds?: string;
      /** What the notification to the authority contains. */
      items?: NoticeItem[];
    }
  | { type: 'CloseIncident'; incident: string }
  | ({ type: 'ChangeScope'; reason: string } & ScopeChange)
  | {
      type: 'ProposePolicy';
      policy: Plan['policy'];
      /** Whose the policy is, as the edge has looked up. */
      origin?: PolicyOrigin;
      /** Hash of the plan that the difference is told against. */
      from: string;
      /** Hash of the plan that the policy comes to for this case; the edge has compiled it. */
      plan: string;
      difference: PlanDifference[];
      reason: string;
    }
  | { type: 'WithdrawPolicy'; approval: string; reason: string }
  | { type: 'PauseCase'; reason: string }
  | { type: 'ResumeCase'; reason: string }
  /** `outcome` left out: completed. */
  | { type: 'CloseCase'; outcome?: CaseOutcome; reason: string };

/** What the engine itself puts into the queue. */
export type SystemCommand =
  | { type: 'Tick' }
  /** First of a run that an operator has started from the ledger; `forced`: a run that was still open was ended for it. */
  | { type: 'RecordRecovery'; by: PersonId; forced: boolean }
  | { type: 'ReportEffect'; effectId: string; outcome: EffectOutcome };

/** One case's part of a stop that is made for many: sent by the edge alone, under the id of the stop, so that no route of a case can use it up. */
export type StopCommand =
  | ({ type: 'StopAccess'; stop: string; reason: string } & StopReach)
  | { type: 'LiftStop'; stop: string; reason: string };

export type CaseCommand = OpenCase | HumanCommand | StopCommand | SystemCommand;

/** A command as it stands in the queue of a case. */
export type CommandEnvelope<C extends CaseCommand = CaseCommand> = {
  /** The same id always gets the same answer. */
  commandId: string;
  /** SHA-256 over the canonical JSON of actor and what was asked. */
  requestHash: string;
  actor: Actor;
  command: C;
  /** Data of the people whom the command names for the first time, or says something new of. */
  people?: CarriedPerson[];
  /** Text of the policy that the command names, sealed as people's data are. */
  policy?: string;
};
