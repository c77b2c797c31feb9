import type { Plan } from '../../domain/case/plan.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { own } from '../../domain/record.js';
import { STAGE_WORDS } from '../words/names.js';

/** What the numbers of a plan are about, with their units. */
const NUMBERS: Record<keyof Plan['numbers'], string> = {
  taskHours: 'Business hours to answer a task without a due day',
  graceHoursAfterGate: 'Business hours for a tracked item whose gate opened late',
  effectRetryMinutes: 'Minutes between two attempts of something that failed',
  accessReviewHours: 'Hours between two checks of access',
  accountAnswerHours: 'Business hours to say whose an unknown account is',
  manualReviewDays: 'Days between two checks of access that is granted by hand',
  lapseWarningDays: 'Days ahead of a lapse on which warnings go out',
  vendorNoticeHours: 'Hours for the vendor to report an incident, where no contract says otherwise',
  authorityNoticeHours: 'Hours to notify the authority of a breach',
  incidentReminderPercents: 'Percent of these hours at which reminders go out',
  delegationMaxDays: 'Longest delegation (days)',
  refusalsPerHour: 'Recorded refusals per person and hour',
  retentionYears: 'Years a case is kept after its end',
  acceptanceHours: 'Business hours of the client to accept or return a milestone',
  reworkHours: 'Business hours of the vendor to deliver again what was returned',
  disputeDays: 'Days in which a reading or a missed meeting can be disputed',
  disputeAnswerHours: 'Business hours of the client to answer a dispute',
  disputeRounds: 'Times that the same thing can be disputed',
  accessRequestHours: 'Business hours of the client to decide on a request for access',
};

/** What a part is about, by its key, in the order in which parts are told; a key that is not here is told as it stands, and last. */
const LABELS: Record<string, string> = {
  binding: 'binding',
  owner: 'supplied by',
  stage: 'stage',
  path: 'alternatives',
  behind: 'waits for the gates of',
  waivableBy: 'waivable by',
  waiverMaxDays: 'longest waiver or remedy (days)',
  why: 'reason',
  after: 'comes after',
  deciders: 'decided by',
  decideWithinHours: 'business hours to decide',
  escalateTo: 'escalates to',
  notBeforeDay: 'not before plan day',
  every: 'every',
  graceHours: 'business hours until it counts as missed',
  permission: 'permission',
  maxDays: 'longest grant (days)',
  wanted: 'requested in the intake',
  recommended: 'recommended',
  reasons: 'reasons',
  chosen: 'chosen',
  order: 'order',
};

const ORDER = Object.keys(LABELS);

/** Place of a part in what is told, by its key. */
export const rankOf = (key: string): number => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);

/** What a part of a control, stage, meeting or profile is about; numbers and lists keep the names that the policy gives them. */
export function labelOf(path: readonly string[]): string {
  const [key = '', name, ...more] = path;
  if (name === undefined) return LABELS[key] ?? key;
  return [key === 'numbers' ? 'number' : key === 'lists' ? 'list' : key, name, ...more].join(' ');
}

const wordOf = (words: Record<string, string>, key: string): string => own(words, key) ?? key;

/** A control by its id and title. */
export const titled = (id: string): string => `${id} (${CONTROLS[id]?.title ?? 'not known to this version'})`;

/** Where something stands in a plan. */
export function placeOf([part = '', name = '', ...key]: readonly string[]): string {
  switch (part) {
    case 'controls':
      return key.length === 0 ? titled(name) : `${titled(name)}: ${labelOf(key)}`;
    case 'numbers':
      return wordOf(NUMBERS, name);
    case 'stages':
      return name === 'order' ? 'Gates: order' : `Gate of ${wordOf(STAGE_WORDS, name)}: ${labelOf(key)}`;
    case 'meetings':
      return name === 'order'
        ? 'Meetings'
        : `Meeting ${titled(name)}: ${key[0] === 'owner' ? 'held by' : labelOf(key)}`;
    case 'profiles':
      return `Access profile ${name}: ${labelOf(key)}`;
    case 'model':
      return `Engagement model: ${labelOf([name, ...key])}`;
    case 'reminders':
      return 'Reminders: business hours before (negative) and after a task is due';
    case 'clientSignatories':
      return 'Who signs for the client';
    case 'escalateTo':
      return 'Who decides waivers, remedies and clearances when nobody answers';
    case 'intakeHash':
      return 'Intake that the plan is compiled for';
    default:
      return [part, name, ...key].filter((word) => word !== '').join(' ');
  }
}
