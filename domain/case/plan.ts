import { type Said, say } from '../say.js';
import type { Day } from '../time.js';
import type { EngagementModel } from './intake.js';
import type { Role } from './roles.js';

/** Stages of the procedure, in the order in which the 30 days read. */
export const STAGES = [
  'evaluate',
  'contract',
  'data-protection',
  'attestation',
  'people',
  'working-agreement',
  'work',
  'knowledge-transfer',
  'day-30-review',
] as const;
export type StageId = (typeof STAGES)[number];

/** What a gate holds shut until its controls are met. */
export const HELD = ['stage', 'person', 'repo', 'data', 'models', 'work', 'closed'] as const;
export type Held = (typeof HELD)[number];

/** How a control binds; the words of the catalogue. */
export type Binding =
  | { kind: 'gate'; holds: Held[] }
  | { kind: 'deal-breaker'; clearedBy: Role }
  /** Due at the close of business of that day of the plan; day 1 is the start date. */
  | { kind: 'track'; day: number }
  | { kind: 'checkpoint'; day: number }
  | { kind: 'meeting'; every: 'working-day' | 'week' | 'month' }
  /** A clock that starts with a request: RP-1. */
  | { kind: 'sla' }
  | { kind: 'advise' }
  | { kind: 'always' };

/** Why a control applies where nothing else is said. */
export const IN_FORCE = say('plan.in-force');

/** One control of the compiled plan; what is not there is empty, since the plan travels with the case. */
export type PlannedControl = {
  id: string;
  applies: boolean;
  /** Why it applies or not; left out: {@link IN_FORCE}. */
  why?: Said;
  binding: Binding;
  stage: StageId;
  /** Controls of the same path are alternatives: one of them met is enough (SA-1, SA-2, SA-3). */
  path?: string;
  /** Stages whose gates must be open before it can be worked on; while one is shut it waits and is not late. */
  behind?: StageId[];
  /** Role that has to supply it. */
  owner: Role;
  /** Roles that may grant a waiver; left out: nobody. */
  waivableBy?: Role[];
  /** Longest waiver or remedy, calendar days; there where one can be granted. */
  waiverMaxDays?: number;
  /** Calendar days for which what was met goes on after a mere lapse; left out: none. */
  warnDays?: number;
  numbers?: Record<string, number>;
  /** Lists of the policy that it reads, by name, for example approved countries. */
  lists?: Record<string, string[]>;
};

export type PlannedStage = {
  id: StageId;
  /** Stages that come before it. */
  after: StageId[];
  /** Who opens the gate at its end; empty: it opens by itself once its controls are met. */
  deciders: { role: Role; quorum: number }[];
  /** Business hours of the client after which an unanswered request is escalated. */
  decideWithinHours: number;
  escalateTo: Role;
  /** Not before this day of the plan. */
  notBeforeDay?: number;
};

export type PlannedMeeting = {
  /** Control id: CA-1, CA-2, CA-3. */
  id: string;
  every: 'working-day' | 'week' | 'month';
  owner: Role;
  /** Business hours of the client after a meeting falls due until it counts as missed. */
  graceHours: number;
};

/** A permission in its provider's word, and how much of what there is it gives: 0 the least. */
export type Gives = { permission: string; rank: number; administers?: true };

export type AccessProfile = {
  /** What it gives, by provider; at any other it gives nothing. */
  gives: Record<string, Gives>;
  /** Longest grant, calendar days from its opening; then it ends (DC-1: time-boxed). */
  maxDays: number;
};

/** Reminders of a task: business hours of its assignee's party before (negative) and after (positive) it is due. */
export type ReminderPlan = { hoursFromDue: number[] };

/** The compiled plan of one case: policy and intake brought together; pure JSON and part of the record. */
export type Plan = {
  /** SHA-256 over the canonical JSON of everything else in the plan. */
  hash: string;
  policy: { name: string; version: string; hash: string };
  intakeHash: string;
  model: {
    wanted: EngagementModel;
    recommended: EngagementModel;
    /** The answers that led to the recommendation, warnings among them. */
    reasons: Said[];
    chosen: EngagementModel;
  };
  controls: Record<string, PlannedControl>;
  stages: PlannedStage[];
  meetings: PlannedMeeting[];
  profiles: Record<string, AccessProfile>;
  reminders: ReminderPlan;
  /** The work may begin before a breach was drilled. */
  drillIsOptional?: true;
  /** Days on which a party does not work, beside the holidays of its region; left out: none. */
  daysOff?: { client?: Day[]; vendor?: Day[] };
  /** The last day of a period that falls on a day off of the client's moves to its next working day (Regulation 1182/71, Art. 3(4)). */
  movesOffDaysOff?: true;
  /** Who signs for the client. */
  clientSignatories: Role[];
  /** Roles that decide a waiver's, remedy's or clearance's escalation when nobody answers. */
  escalateTo: Role;
  numbers: {
    /** Business hours to answer a task that has no due day. */
    taskHours: number;
    /** Business hours that a tracked item gets after its gate opened late. */
    graceHoursAfterGate: number;
    /** Minutes between two attempts of an effect that failed. */
    effectRetryMinutes: number;
    /** Hours between two looks at a held lease and at a repository's list of accounts. */
    accessReviewHours: number;
    /** Business hours in which the client says whose an unknown account is (RF-3). */
    accountAnswerHours: number;
    /** Calendar days between two looks at a data set or model that is held by hand. */
    manualReviewDays: number;
    /** Calendar days before a lapse at each of which a warning is sent. */
    lapseWarningDays: number[];
    /** Hours in which the vendor tells the client of an incident, where no contract says otherwise (DP-3). */
    vendorNoticeHours: number;
    /** Hours in which the client tells the authority of a breach of personal data, from its awareness (GDPR Art. 33(1)). */
    authorityNoticeHours: number;
    /** Fractions of these hours at which whoever has to act is reminded, percent. */
    incidentReminderPercents: number[];
    /** Longest delegation, calendar days. */
    delegationMaxDays: number;
    /** Recorded refusals per actor and hour, above which further ones are only answered. */
    refusalsPerHour: number;
    /** Years that a case is kept after it closed. */
    retentionYears: number;
    /** Business hours of the client to accept or return a delivered milestone; a policy that names none: {@link AGREEMENT_NUMBERS}. */
    acceptanceHours?: number;
    /** Business hours of the vendor to deliver again what was returned. */
    reworkHours?: number;
    /** Calendar days for which a reading or a missed meeting can be disputed. */
    disputeDays?: number;
    /** Business hours of the client to answer a dispute. */
    disputeAnswerHours?: number;
    /** Times that the same thing can be disputed. */
    disputeRounds?: number;
    /** Business hours of the client to decide on a request for access; it lapses then. */
    accessRequestHours?: number;
  };
};

/** What holds where a policy is silent on milestones, disputes and requests for access. */
const AGREEMENT_NUMBERS = {
  acceptanceHours: 40,
  reworkHours: 40,
  disputeDays: 10,
  disputeAnswerHours: 16,
  disputeRounds: 2,
  accessRequestHours: 16,
} as const;

/** A number of the plan on milestones, disputes or requests for access. */
export const agreementNumber = ({ numbers }: Plan, name: keyof typeof AGREEMENT_NUMBERS): number =>
  numbers[name] ?? AGREEMENT_NUMBERS[name];
