import { type Binding, type Plan, STAGES } from '../case/plan.js';
import { bindingInWords } from '../controls/bindingWords.js';
import { CONTROLS } from '../controls/index.js';
import { canonicalJson } from '../hash.js';
import { STAGE_WORDS } from '../tasks/words.js';

/** What the numbers of a plan are about, with their units. */
const NUMBERS: Record<keyof Plan['numbers'], string> = {
  taskHours: 'Business hours to answer a task without a due day',
  graceHoursAfterGate: 'Business hours for a tracked item whose gate opened late',
  effectRetryMinutes: 'Minutes between two attempts of something that failed',
  accessReviewHours: 'Hours between two looks at access that is held',
  manualReviewDays: 'Days between two reviews of manual access',
  lapseWarningDays: 'Days ahead at which a lapse is warned of',
  vendorNoticeHours: 'Hours in which the vendor tells of an incident, where no contract says otherwise',
  authorityNoticeHours: 'Hours in which the authority is told of a breach',
  incidentReminderPercents: 'Per cent of these hours at which whoever has to act is reminded',
  delegationMaxDays: 'Longest delegation, days',
  refusalsPerHour: 'Recorded refusals per person and hour',
  retentionYears: 'Years that the case is kept after its end',
};

/** What a part is about, by its key, in the order in which parts are told; a key that is not here is told as it stands, and last. */
const LABELS: Record<string, string> = {
  applies: 'in force',
  why: 'why',
  binding: 'how it binds',
  owner: 'supplied by',
  stage: 'stage',
  path: 'alternatives of path',
  behind: 'waits behind the gates of',
  waivableBy: 'may be waived by',
  waiverMaxDays: 'longest waiver or remedy, days',
  after: 'comes after',
  deciders: 'decided by',
  decideWithinHours: 'business hours to decide',
  escalateTo: 'escalated to',
  notBeforeDay: 'not before day of the plan',
  every: 'held every',
  graceHours: 'business hours until it counts as missed',
  permission: 'permission at the provider',
  maxDays: 'longest grant, days',
  wanted: 'wanted by the intake',
  recommended: 'recommended',
  reasons: 'reasons',
  chosen: 'chosen',
  order: 'order',
};

const RANKS = new Map([...Object.keys(LABELS), ...Object.keys(NUMBERS)].map((key, rank) => [key, rank]));

/** Place of a key in what is told. */
export const rankOf = (key: string): number => RANKS.get(key) ?? RANKS.size;

/** What a part of a control, stage, meeting or profile is about; numbers and lists keep the names that the policy gives them. */
export function labelOf(path: string[]): string {
  const [key = '', name, ...more] = path;
  if (name === undefined) return LABELS[key] ?? key;
  return [key === 'numbers' ? 'number' : key === 'lists' ? 'list' : key, name, ...more].join(' ');
}

const stageWords = (id: string): string => {
  const stage = STAGES.find((s) => s === id);
  return stage === undefined ? id : STAGE_WORDS[stage];
};

const isNumber = (key: string): key is keyof Plan['numbers'] => Object.hasOwn(NUMBERS, key);

/** Where something stands in a plan, apart from its controls. */
export function placeOf(path: string[]): string {
  const [part = '', name = '', ...key] = path;
  switch (part) {
    case 'numbers':
      return isNumber(name) ? NUMBERS[name] : `number ${name}`;
    case 'stages':
      return name === 'order' ? 'Gates: order' : `The gate of ${stageWords(name)}: ${labelOf(key)}`;
    case 'meetings':
      return name === 'order'
        ? 'Meetings'
        : `The meeting ${name} (${CONTROLS[name]?.title ?? name}): ${key[0] === 'owner' ? 'held by' : labelOf(key)}`;
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
      return 'The intake that the plan is for';
    default:
      return path.join(' ');
  }
}

/** A value in words: lists by commas, deciders by role and number, how a control binds as a sentence. */
export function textOf(path: string[], value: unknown): string {
  if (isBinding(path, value)) return bindingText(value);
  if (isDeciders(path, value))
    return value.length === 0 ? 'nobody: it opens by itself' : value.map(deciderText).join(' and ');
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(plain).join(', ');
  return plain(value);
}

const plain = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'boolean' ? (value ? 'yes' : 'no') : canonicalJson(value);

const isBinding = (path: string[], value: unknown): value is Binding =>
  path.at(-1) === 'binding' && typeof value === 'object' && value !== null && 'kind' in value;

const bindingText = (binding: Binding): string =>
  binding.kind === 'deal-breaker'
    ? `${bindingInWords(binding)}; cleared by ${binding.clearedBy}`
    : bindingInWords(binding);

type Decider = Plan['stages'][number]['deciders'][number];

const isDeciders = (path: string[], value: unknown): value is Decider[] =>
  path.at(-1) === 'deciders' && Array.isArray(value);

const deciderText = ({ role, quorum }: Decider): string => (quorum === 1 ? role : `${quorum} × ${role}`);
