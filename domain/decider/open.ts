import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { Intake } from '../case/intake.js';
import type { Plan } from '../case/plan.js';
import type { CaseState } from '../case/state.js';
import type { Calendar } from '../clocks/calendar.js';
import { proposed } from '../people/evolve.js';

const NEVER = '1970-01-01T00:00:00.000Z';

const NO_CALENDAR: Calendar = {
  timeZone: 'UTC',
  version: 'none',
  from: '1970-01-01',
  through: '1970-01-01',
  offsets: [],
  weekdays: [1, 2, 3, 4, 5],
  opensMinute: 540,
  closesMinute: 1020,
  holidays: [],
};

const NO_INTAKE: Intake = {
  title: '',
  vendor: { name: '', country: '', contact: '', timeZone: 'UTC', holidays: '' },
  client: { name: '', people: {}, timeZone: 'UTC', holidays: '' },
  outcome: { statement: '', successCriteria: [] },
  data: { classes: [], euPersonalData: false },
  capacity: { mlLeadership: 'none', managementTime: 'none' },
  need: { skillGap: 'no-gap', urgency: 'none', scope: 'open', requirements: 'moving' },
  model: 'managed-team',
  currentSoc2Required: false,
  resources: [],
  engineers: [],
  startDate: '1970-01-01',
};

const NO_PLAN: Plan = {
  hash: '',
  policy: { name: '', version: '', hash: '' },
  intakeHash: '',
  model: { wanted: 'managed-team', recommended: 'managed-team', reasons: [], chosen: 'managed-team' },
  controls: {},
  stages: [],
  meetings: [],
  profiles: {},
  reminders: { hoursFromDue: [] },
  clientSignatories: [],
  escalateTo: 'executive',
  numbers: {
    taskHours: 16,
    graceHoursAfterGate: 16,
    effectRetryMinutes: 5,
    accessReviewHours: 24,
    accountAnswerHours: 8,
    manualReviewDays: 30,
    lapseWarningDays: [14],
    vendorNoticeHours: 24,
    authorityNoticeHours: 72,
    incidentReminderPercents: [50, 75, 90],
    delegationMaxDays: 30,
    refusalsPerHour: 20,
    retentionYears: 6,
  },
};

/** The state before the first entry. */
export const initialState = (caseId: string): CaseState => ({
  caseId,
  seq: 0,
  status: 'new',
  openedAt: NEVER,
  openedBy: '',
  intake: NO_INTAKE,
  plan: NO_PLAN,
  stagesDone: {},
  people: {},
  papers: {},
  evidence: {},
  controlStatus: {},
  approvals: {},
  delegations: [],
  flags: {},
  waivers: {},
  leases: {},
  tasks: {},
  letters: {},
  warned: [],
  meetings: [],
  lastMeetings: {},
  attendance: {},
  readings: [],
  calendars: { client: NO_CALENDAR, vendor: NO_CALENDAR },
  calendarAttempts: { attempts: 0 },
  surveys: {},
  attribution: { turn: 'nobody', since: NEVER, totals: { client: 0, vendor: 0, both: 0, nobody: 0 } },
  refusals: {},
});

/** The state of a case that was just opened: the engineers of the case file are proposed by the vendor's contact. */
export const opened = (
  state: CaseState,
  event: Extract<CaseEvent, { type: 'CaseOpened' }>,
  { at, actor }: RecordedEvent,
): CaseState => ({
  ...state,
  status: 'open',
  openedAt: at,
  openedBy: actor.personId,
  intake: event.intake,
  plan: event.plan,
  ...(event.policyOrigin === undefined ? {} : { policyOrigin: event.policyOrigin }),
  calendars: event.calendars,
  people: Object.fromEntries(
    event.intake.engineers.map((e) => [
      e.person,
      proposed({ ...e, details: event.details?.[e.person] }, event.intake.vendor.contact, at),
    ]),
  ),
  attribution: { ...state.attribution, since: at },
});
