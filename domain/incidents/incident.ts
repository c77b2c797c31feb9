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
  'notify-authority',
  'notify-subjects',
  'document',
] as const;
export type IncidentStep = (typeof INCIDENT_STEPS)[number];

/** What a notification to the authority contains at least, GDPR Art. 33(3)(a) to (d). */
export const NOTICE_ITEMS = ['nature', 'contact', 'consequences', 'measures'] as const;
export type NoticeItem = (typeof NOTICE_ITEMS)[number];

/** The two linked clocks: the vendor's notice to the client, and the client's to the authority. */
export const INCIDENT_CLOCKS = ['vendor-notice', 'authority-notice'] as const;
export type IncidentClock = (typeof INCIDENT_CLOCKS)[number];

/** The step that stops each clock. */
export const STOPS: Record<IncidentClock, IncidentStep> = {
  'vendor-notice': 'notify-client',
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

/** An incident, or a drill of one. */
export type Incident = {
  id: string;
  drill: boolean;
  what: IncidentKind;
  personalData: boolean;
  reportedBy: { person: PersonId; role: Role };
  reportedAt: Instant;
  vendorAwareAt: Instant;
  clientAwareAt: Instant;
  clocks: Partial<Record<IncidentClock, RunningClock>>;
  steps: Partial<Record<IncidentStep, StepDone>>;
  closedAt?: Instant;
};

/** The steps that an incident asks for: without personal data nobody outside is told. */
export const stepsOf = ({ personalData }: Pick<Incident, 'personalData'>): IncidentStep[] =>
  INCIDENT_STEPS.filter((s) => personalData || (s !== 'notify-authority' && s !== 'notify-subjects'));

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
