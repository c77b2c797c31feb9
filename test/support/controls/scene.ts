import type { Intake } from '../../../domain/case/intake.js';
import type { Plan, PlannedControl } from '../../../domain/case/plan.js';
import type { Role } from '../../../domain/case/roles.js';
import type { CaseState, Evidence, Person } from '../../../domain/case/state.js';
import type { Assessment } from '../../../domain/controls/assessment.js';
import { type Scene, subjectKey } from '../../../domain/controls/control.js';
import type { JsonObject } from '../../../domain/controls/form.js';
import { formFaults } from '../../../domain/controls/form.js';
import { CONTROLS } from '../../../domain/controls/index.js';
import { initialState } from '../../../domain/decider/evolve.js';
import { contentHash } from '../../../domain/hash.js';
import type { Paper } from '../../../domain/papers/paper.js';
import type { Said } from '../../../domain/say.js';
import { HASH, intake, NOW, person, utc, WHO } from './fixtures.js';

export * from './fixtures.js';

/** What a test says of the world in which a control is judged. */
export type World = {
  form?: JsonObject;
  person?: string;
  now?: string;
  numbers?: Record<string, number>;
  lists?: Record<string, string[]>;
  /** Evidence for other controls, by subject key. */
  evidence?: Record<string, JsonObject>;
  papers?: Paper[];
  people?: Person[];
  intake?: Partial<Intake>;
  model?: Partial<Plan['model']>;
  controls?: Record<string, PlannedControl>;
  state?: Partial<CaseState>;
};

export const planned = (
  id: string,
  numbers: Record<string, number> = {},
  applies = true,
  lists: Record<string, string[]> = {},
): PlannedControl => ({
  id,
  applies,
  binding: { kind: 'advise' },
  stage: 'contract',
  behind: [],
  owner: 'vendor-contact',
  waivableBy: [],
  waiverMaxDays: 0,
  numbers,
  lists,
});

const recorded = (form: JsonObject): Evidence => ({
  form,
  by: WHO.contact,
  at: NOW,
  seq: 9,
});

function planOf(world: World, control: PlannedControl): Plan {
  const model = 'managed-team';
  return {
    hash: HASH,
    policy: { name: 'test', version: '1', hash: HASH },
    intakeHash: HASH,
    model: { wanted: model, recommended: model, reasons: [], chosen: model, ...world.model },
    controls: { ...world.controls, [control.id]: control },
    stages: [],
    meetings: [],
    profiles: {
      contributor: { gives: { github: { permission: 'push', rank: 2 } }, maxDays: 90 },
      owner: { gives: { github: { permission: 'admin', rank: 4, administers: true } }, maxDays: 90 },
    },
    reminders: { hoursFromDue: [] },
    clientSignatories: ['legal'],
    escalateTo: 'executive',
    numbers: initialState('').plan.numbers,
  };
}

const byId = <T extends { id: string }>(items: T[]): Record<string, T> =>
  Object.fromEntries(items.map((i) => [i.id, i]));

function stateOf(world: World, key: string, plan: Plan): CaseState {
  const forms = { ...world.evidence, ...(world.form === undefined ? {} : { [key]: world.form }) };
  const people = world.people ?? [person(WHO.ana), person(WHO.ben)];
  return {
    caseId: 'case-1',
    seq: 9,
    status: 'open',
    openedAt: '2026-09-01T08:00:00.000Z',
    openedBy: WHO.procurement,
    intake: { ...intake, ...world.intake },
    plan,
    stagesDone: {},
    people: byId(people),
    papers: byId(world.papers ?? []),
    evidence: Object.fromEntries(Object.entries(forms).map(([k, form]) => [k, recorded(form)])),
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
    calendars: { client: utc, vendor: utc },
    calendarAttempts: { attempts: 0 },
    surveys: {},
    attribution: {
      turn: 'nobody',
      since: '2026-09-01T08:00:00.000Z',
      totals: { client: 0, vendor: 0, both: 0, nobody: 0 },
    },
    refusals: {},
    ...world.state,
  };
}

/** What a control sees of a world. */
export function sceneOf(id: string, world: World): Scene {
  const row = planned(id, world.numbers, true, world.lists);
  const state = stateOf(world, subjectKey(id, world.person), planOf(world, row));
  return { state, planned: row, now: world.now ?? NOW, person: world.person };
}

/** Judges a control in a world; a form that does not fit the control's own is a mistake of the test. */
export function assess(id: string, world: World = {}): Assessment {
  const control = CONTROLS[id];
  if (control === undefined) throw new Error(`there is no control ${id}`);
  const faults = world.form === undefined ? [] : formFaults(control.form ?? {}, world.form);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return control.assess(world.form, sceneOf(id, world));
}

/** The reference to evidence with this form. */
export const ref = (key: string, form: JsonObject): string => `evidence:${key}@${contentHash(form)}`;

/** Refused for these reasons; it is the owner's turn. */
export const refused = (...reasons: Said[]): Assessment => ({ status: 'refused', reasons, turn: 'vendor-contact' });

/** Open, because this is missing; it is the owner's turn unless said otherwise. */
export const open = (missing: Said[], change: { turn?: Role; until?: string } = {}): Assessment => ({
  status: 'open',
  missing,
  turn: 'vendor-contact',
  ...change,
});

/** Met, resting on these, until this instant if time can end it. */
export const met = (restsOn: string[], until?: string): Assessment => ({
  status: 'met',
  restsOn,
  ...(until === undefined ? {} : { until }),
});
