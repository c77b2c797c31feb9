import type { OutsideAccount, OutsideChange } from '../access/account.js';
import type { Lease } from '../access/lease.js';
import type { AccountStanding, PlaceStanding } from '../access/standing.js';
import type { Stop } from '../access/stop.js';
import type { Approval, Delegation, Lent, Rejection } from '../approvals/approval.js';
import type { Calendar } from '../clocks/calendar.js';
import type { Assessment } from '../controls/assessment.js';
import type { JsonObject } from '../controls/form.js';
import type { Disputable, Dispute } from '../disputes/dispute.js';
import type { FirstDay } from '../firstDays/firstDay.js';
import type { Incident } from '../incidents/incident.js';
import type { LeftStanding } from '../leftBehind/leftBehind.js';
import type { Letter } from '../mail/letter.js';
import type { Milestones } from '../milestones/milestone.js';
import type { Paper } from '../papers/paper.js';
import type { PolicyOrigin } from '../policyChange/origin.js';
import type { Recertification } from '../recertification/recertification.js';
import type { Replacement } from '../replacement/replacement.js';
import type { Why } from '../say.js';
import type { Task } from '../tasks/recordedTask.js';
import type { Instant } from '../time.js';
import type { AccessNeed, Intake, Resource } from './intake.js';
import type { Plan, StageId } from './plan.js';
import type { HeldRole, Party, PersonId } from './roles.js';

/** Evidence for a control, or for a control and a person. */
export type Evidence = {
  form: JsonObject;
  by: PersonId;
  at: Instant;
  seq: number;
  /** Others who have supplied the same since. */
  seconded?: PersonId[];
};

/** A need that stands, as it was accepted with its person or approved by the owner of its resource. */
export type StandingNeed = AccessNeed & {
  /** Since when it is agreed; the time-box of its grant counts from here (DC-1). */
  since: Instant;
  /** Calendar days at most, where it was narrowed from a profile of a shorter time-box than its own. */
  maxDays?: number;
};

/** A person of the vendor in this case. */
export type Person = {
  id: PersonId;
  employer: string;
  country: string;
  jobRole: string;
  needs: StandingNeed[];
  status: 'proposed' | 'accepted' | 'rejected' | 'left';
  proposedBy: PersonId;
  /** What was told of the person last, by its id. */
  details?: string;
  /** What was told when the person was accepted: the login of it is the one that gets access. */
  account?: string;
  /** How the account that was told last stands at its provider; absent while nobody has asked. */
  identity?: AccountStanding;
  /** Who gave the login that waits to be accepted, where it was corrected. */
  correctedBy?: PersonId;
  /** Who else corrected the address since the person was last accepted: they may not accept a login that comes from there. */
  addressBy?: PersonId[];
  decidedBy?: PersonId;
  /** Last instant at which the person may hold access, once a departure is recorded. */
  lastInstant?: Instant;
  /** Set while access is suspended by a person's act. */
  suspended?: { by: PersonId; reason: string };
};

/** What the ledger last said of a control, by {@link subjectKey}; the words of it stay in the ledger. */
export type ControlStatus = {
  status: Assessment['status'];
  /** First instant at which it may change by time alone. */
  until?: Instant;
  since: Instant;
  /** SHA-256 over all that was said, its first twelve digits. */
  fingerprint: string;
  /** Since when it is no longer met, where it was before. */
  lapsedAt?: Instant;
};

/** A red flag, by `<flag id>` or `<flag id>:<person>`. */
export type Flag = {
  id: string;
  person?: PersonId;
  status: 'open' | 'cleared' | 'remedy' | 'waived';
  raisedBy: PersonId;
  reason: Why;
  raisedAt: Instant;
  /** When it was last cleared. */
  clearedAt?: Instant;
  /** End of the remedy or of the waiver: at this instant it is open again. */
  until?: Instant;
  remedy?: { term: string; owner: PersonId };
};

export type Waiver = { until: Instant; by: PersonId; reason: string; requestedBy: PersonId; since: Instant };

/** A letter that is not delivered yet. */
export type PendingLetter = {
  letterId: string;
  to: PersonId;
  letter: Letter;
  attempts: number;
  nextAttemptAt: Instant;
  /** Since when the mail server says "not now" to it. */
  deferredSince?: Instant;
  /** It was refused once, and is sent again because the address took another letter; refused again, it is given up. */
  lastTry?: true;
};

/** Letters to somebody whose address refuses for good, kept while they may still matter. */
export type Undelivered = {
  since: Instant;
  letters: (Omit<PendingLetter, 'nextAttemptAt'> & { refusedAt: Instant })[];
};

/** A KPI reading (CA-2). */
export type Reading = {
  kpi: string;
  value: number;
  source: string;
  at: Instant;
  by: PersonId;
  missed: boolean;
  evalSetHash?: string;
  /** What the vendor has read for the same week, while a miss that the client recorded stands. */
  beside?: { value: number; source: string };
  /** By which it is disputed; left out of readings recorded before that was possible. */
  ref?: string;
};

/** One meeting of the cadence: its day, and whether it was held. */
export type Meeting = { id: string; day: string; due: Instant; missesAt: Instant; status: 'due' | 'held' | 'missed' };

/** Milliseconds attributed to each party up to `since`; from there on `turn` is adding. */
export type Attribution = { turn: Party; since: Instant; totals: Record<Party, number> };

/** How a case ends: as agreed, by leaving a vendor that does not do, or for reasons of the client's own. */
export const CASE_OUTCOMES = ['completed', 'walked-away', 'cancelled'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

/** The state of a case: always the fold of what the ledger has acknowledged. Plain JSON. */
export type CaseState = {
  caseId: string;
  /** Number of ledger entries folded in; 0 before the case is opened. */
  seq: number;
  status: 'new' | 'open' | 'closing' | 'closed';
  openedAt: Instant;
  openedBy: PersonId;
  /** When it was closed; set once. */
  closedAt?: Instant;
  closedReason?: string;
  /** How a closing or closed case ended; left out: completed. */
  closedOutcome?: CaseOutcome;
  /** Set while the case is paused. */
  pause?: { since: Instant; by: PersonId; reason: string };
  /** Pauses that are over, in their order. */
  pauses?: { from: Instant; until: Instant }[];
  /** Data sets and models taken out of the scope: access to them is still closed and checked by these people. */
  formerResources?: Resource[];
  /** SHA-256 of what the gates on data are decided for, once a change of scope has changed it. */
  dataScope?: string;
  intake: Intake;
  plan: Plan;
  /** Whose the policy of the plan was when the case came under it; left out where that was not recorded. */
  policyOrigin?: PolicyOrigin;
  /** Set while the plan waits to be compiled again; the facts learnt since. */
  replan?: {
    model: Intake['model'];
    /** The intake after a change of scope; left out while the scope stays as it is. */
    intake?: Intake;
    /** The policy that it goes over to by an approval, its text's hash, and the hash of the one plan that may come of it; left out: its present policy. */
    policy?: { approval: string; hash: string; plan: string; origin?: PolicyOrigin };
    requestedBy: PersonId;
    reason: string;
    attempts: number;
    nextAttemptAt: Instant;
  };
  stagesDone: Partial<Record<StageId, Instant>>;
  people: Record<PersonId, Person>;
  /** Who holds a role since it changed; left out: whoever the case was opened with. */
  holders?: Partial<Record<HeldRole, PersonId[]>>;
  /** People named for a role whom nobody else has confirmed yet. */
  nominations?: { role: HeldRole; person: PersonId; by: PersonId; at: Instant; replaces?: PersonId }[];
  /** Who has taken over from whom, of those who hold no role any more. */
  takenOverBy?: Record<PersonId, PersonId>;
  /** Those who held a role once, by side: what they said and signed then was said by that side, and the record goes on naming them. */
  formerPeople?: Record<PersonId, 'client' | 'vendor'>;
  papers: Record<string, Paper>;
  evidence: Record<string, Evidence>;
  /** New evidence that waits beside what stands until it is decided, or until that ends. Absent while there is none. */
  successors?: Record<string, Evidence>;
  /** Who supplied any version of what a gate decides on, since it was last decided (AU-2). */
  suppliers?: Partial<Record<StageId, PersonId[]>>;
  /** Hits of sanctions screenings that nobody has answered yet; absent while there is none. */
  hits?: Record<string, PersonId[]>;
  /** Since when a control that was met is so no longer, by {@link subjectKey}. */
  lapsed?: Record<string, Instant>;
  /** Rejected contents, by the id of their approval. */
  rejections?: Record<string, Rejection[]>;
  /** Milliseconds of waivers and remedies granted, by {@link subjectKey}: the policy's limit is one sum. */
  grantedMs?: Record<string, number>;
  /** Keys of the controls that a SOC 2 report leaves to the client and that are in place; absent before the first. */
  userEntityControls?: string[];
  controlStatus: Record<string, ControlStatus>;
  approvals: Record<string, Approval>;
  /** Who asked for access since it was last decided, by the grant that it would be (AU-2). Absent before the first request. */
  accessAskers?: Record<string, PersonId[]>;
  delegations: Delegation[];
  /** When votes were lent in the last year, by role and whose they are; absent before the first. */
  lent?: Record<string, Lent[]>;
  flags: Record<string, Flag>;
  waivers: Record<string, Waiver>;
  leases: Record<string, Lease>;
  /** What stands stopped, by the id of its stop. Absent before the first. */
  stops?: Record<string, Stop>;
  /** By id; absent while nobody was ever to be replaced (RP-1). */
  replacements?: Record<string, Replacement>;
  /** Absent before the first access (AR-1). */
  recertification?: Recertification;
  tasks: Record<string, Task>;
  letters: Record<string, PendingLetter>;
  /** By the person whose address refuses; absent while every address takes its letters. */
  undelivered?: Record<PersonId, Undelivered>;
  /** The latest warning of each lapse to come, so that each is given once. */
  warned: string[];
  meetings: Meeting[];
  /** Day of the latest meeting per meeting id. */
  lastMeetings: Record<string, string>;
  /** Held and missed meetings per meeting id. */
  attendance: Record<string, { held: number; missed: number }>;
  /** The reading of each KPI that counts; all of them stay in the ledger. */
  readings: Reading[];
  /** What can still be disputed, by its `ref`; absent before the first reading or miss. */
  disputable?: Record<string, Disputable>;
  /** By id; absent while nothing was ever disputed. */
  disputes?: Record<string, Dispute>;
  /** Of a project, once its terms stand (EM-2). */
  milestones?: Milestones;
  /** By person, in staff augmentation, once the terms stand (EM-2). */
  firstDays?: Record<PersonId, FirstDay>;
  /** What was billed by month (`YYYY-MM`), whole US dollars, and for how many engineers (RF-4). */
  invoices?: Record<string, { billedUsd: number; engineers: number }>;
  /** Incidents and drills, by id; left out while there was none. */
  incidents?: Record<string, Incident>;
  calendars: { client: Calendar; vendor: Calendar };
  calendarAttempts: { attempts: number; nextAttemptAt?: Instant };
  /** How the resources stand at their providers, by reference. Absent before the first was asked for. */
  places?: Record<string, PlaceStanding>;
  /** Last look at each resource's list of accounts. */
  surveys: Record<string, Survey>;
  /** Accounts on repositories that are not there by a grant, by `<person>/<resource>`: whose they are, or that it is asked. Absent before the first. */
  accounts?: Record<string, OutsideAccount>;
  /** What was changed by hand at the provider, by the grant, until somebody decides on it. Absent before the first. */
  outsideChanges?: Record<string, OutsideChange>;
  /** What stays of each access that has ended, by the grant. Absent before the first listing. */
  leftBehind?: Record<string, LeftStanding>;
  attribution: Attribution;
  /** Recorded refusals of the running hour per actor. */
  refusals: Record<PersonId, { hour: string; count: number }>;
};

/** The last look at a resource's list of accounts that succeeded, and since when looks fail. */
export type Survey = {
  at: Instant;
  attempts: number;
  nextAttemptAt?: Instant;
  /** First of the looks in a row that failed; none: absent. */
  failingSince?: Instant;
  unknownAccounts: PersonId[];
};
