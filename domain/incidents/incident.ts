import type { PersonId, Role } from '../case/roles.js';
import type { Instant } from '../time.js';

/** What happened, as it looks when it is reported. */
export const INCIDENT_KINDS = ['unauthorised-access', 'loss', 'disclosure', 'malware', 'model-leak', 'other'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Steps of an incident, in the order in which they are asked for (GDPR Art. 33 and 34). */
export const INCIDENT_STEPS = [
  'contain',
  'notify-client',
  'assess-risk',
  'notify-controller',
  'notify-authority',
  'notify-subjects',
  'document',
] as const;
export type IncidentStep = (typeof INCIDENT_STEPS)[number];

/** What a notification to the authority contains at least, GDPR Art. 33(3)(a) to (d). */
export const NOTICE_ITEMS = ['nature', 'contact', 'consequences', 'measures'] as const;
export type NoticeItem = (typeof NOTICE_ITEMS)[number];

/** The linked clocks: the vendor's notice to the client, and the client's to its controller where it is a processor itself, else to the authority. */
export const INCIDENT_CLOCKS = ['vendor-notice', 'controller-notice', 'authority-notice'] as const;
export type IncidentClock = (typeof INCIDENT_CLOCKS)[number];

/** The step that stops each clock. */
export const STOPS: Record<IncidentClock, IncidentStep> = {
  'vendor-notice': 'notify-client',
  'controller-notice': 'notify-controller',
  'authority-notice': 'notify-authority',
};

/** One running clock, in elapsed time: weekends, holidays, pauses and the change of summer time do not move it. */
export type RunningClock = {
  from: Instant;
  due: Instant;
  /** The fraction at which it was reminded of last, percent. */
  reminded?: number;
  /** Set once, when the time was up and the step was not done by then. */
  late?: true;
};

/** A step that was done, or grounded; its texts stay in the ledger. */
export type StepDone = {
  at: Instant;
  by: PersonId;
  /** Whole minutes since whoever had to do it became aware. */
  minutes: number;
  /** Whole minutes after the end of its clock. */
  lateMinutes?: number;
  /** Not done because the law asks for nothing, for the grounds in the ledger. */
  grounded?: true;
  /** What the notification to the authority has contained so far; the rest may follow in phases, Art. 33(4). */
  items?: NoticeItem[];
};

/** The sides of an incident; each says for itself when it became aware. */
export type Side = 'client' | 'vendor';

/** An incident, or a drill of one. */
export type Incident = {
  id: string;
  drill: boolean;
  what: IncidentKind;
  personalData: boolean;
  /** The client is a processor itself: it tells its controller, who tells the authority and the people (GDPR Art. 33(2)). */
  processor?: true;
  reportedBy: { person: PersonId; role: Role };
  reportedAt: Instant;
  vendorAwareAt: Instant;
  clientAwareAt: Instant;
  /** What the other side says of a side's awareness; by itself it dates nothing. */
  claimed?: Partial<Record<Side, Instant>>;
  /** What a side says of itself, once it has. */
  stated?: Partial<Record<Side, Instant>>;
  /** Sides of which both say different things: their clocks run from the earlier. */
  disputed?: Side[];
  clocks: Partial<Record<IncidentClock, RunningClock>>;
  steps: Partial<Record<IncidentStep, StepDone>>;
  closedAt?: Instant;
};

const OF_CONTROLLERS: readonly IncidentStep[] = ['notify-authority', 'notify-subjects'];

/** The steps that an incident asks for: without personal data nobody outside is told, and a processor tells its controller alone. */
export const stepsOf = ({ personalData, processor }: Pick<Incident, 'personalData' | 'processor'>): IncidentStep[] =>
  INCIDENT_STEPS.filter((step) => {
    if (step === 'notify-controller') return personalData && processor === true;
    return !OF_CONTROLLERS.includes(step) || (personalData && processor !== true);
  });

/** True once a step is grounded or done, the notification to the authority with all of its items. */
export function isDone({ steps }: Incident, step: IncidentStep): boolean {
  const done = steps[step];
  if (done === undefined) return false;
  return step !== 'notify-authority' || done.grounded === true || NOTICE_ITEMS.every((i) => done.items?.includes(i));
}

/** Steps that are still to be done. */
export const stepsLeft = (incident: Incident): IncidentStep[] =>
  stepsOf(incident).filter((step) => !isDone(incident, step));

/** The vendor's own steps; in a drill that the client opened, security plays the vendor, so that nobody outside is alarmed. */
const VENDOR_STEPS: readonly IncidentStep[] = ['contain', 'notify-client'];

/** Roles that may record a step, the one whose turn it is first. */
export function rolesFor({ drill, reportedBy }: Incident, step: IncidentStep): Role[] {
  if (!VENDOR_STEPS.includes(step)) return ['privacy', 'security', 'legal'];
  const others: Role[] = ['security', 'privacy'];
  return drill && reportedBy.role !== 'vendor-contact' ? others : ['vendor-contact', ...others];
}
