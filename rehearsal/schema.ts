import { z } from 'zod';
import { COMMANDS, kebab } from '../contract/commands.js';
import { type Fault, parseLocated } from '../policy/located.js';
import { onGithub, permission, worldAct } from './worldActs.js';

/** A moment: `day 3 10:00` in the client's zone (day 1 is the start date), or `+2h`, `+3d` after the step before. */
const moment = z
  .string()
  .regex(
    /^(day \d{1,3} ([01]\d|2[0-3]):[0-5]\d|\+\d{1,4}[mhd])$/,
    'has to be a moment such as "day 3 10:00" or "+2h".',
  );
const who = z
  .string()
  .regex(/^@?[a-z][a-z0-9-]*(:\d)?$/, 'has to be a role, a role and a number (legal:2), or an engineer by id.');
const resource = z.string().regex(/^[a-z][a-z0-9-]{0,30}:\S+$/, 'has to be provider:id, such as github:acme/search.');
const body = z.record(z.string(), z.json());
const words = z.string().min(1).max(4000);

/** Acts that are about no single case. */
export const BESIDE_THE_CASE = ['erase-person', 'stop', 'lift-stop'] as const;

/** Every human act of the API by the name of its route, and those that are about no single case. */
export const ACTS = [...Object.keys(COMMANDS).map(kebab), ...BESIDE_THE_CASE];

const act = z.partialRecord(z.enum(ACTS), body);

/** Uploads a text, registers it as a paper, sends it and has it signed: four acts of the API in a row. */
const paper = z.strictObject({
  paper: z.string(),
  kind: z.string(),
  title: z.string(),
  text: words,
  person: who.optional(),
  signers: z.array(who),
  from: z.string(),
  until: z.string().optional(),
  supersedes: z.string().optional(),
  /** Who signs at once; left out: every signer. */
  signed: z.array(who).optional(),
});

const counted = { times: z.int().min(0).optional(), atLeast: z.int().min(1).optional() };

const expectation = z.union([
  z.strictObject({ gate: z.record(z.string(), z.enum(['open', 'shut', 'waiting', 'asked', 'returned', 'rejected'])) }),
  z.strictObject({
    access: z.strictObject({ who, resource: resource.optional(), is: z.enum(['present', 'absent']) }),
  }),
  /** An account by the name that it goes by now, whoever of the case it is. */
  z.strictObject({
    account: z.strictObject({
      ...{ login: z.string(), on: onGithub, is: z.enum(['present', 'invited', 'absent']) },
      permission: permission.optional().describe('What it can do in effect, by every way in'),
    }),
  }),
  z.strictObject({
    control: z.strictObject({
      id: z.string(),
      who: who.optional(),
      is: z.enum(['met', 'open', 'refused', 'waived', 'not-applicable', 'waiting']),
    }),
  }),
  z.strictObject({
    task: z.strictObject({
      id: z.string().optional(),
      about: z.string().optional(),
      of: who.optional(),
      is: z.enum(['open', 'late', 'none']),
    }),
  }),
  z.strictObject({
    mail: z.strictObject({
      to: who,
      address: z.string().optional().describe('Where the person has another address than in the case file.'),
      about: z.string(),
      is: z.enum(['sent', 'not-sent']),
      ...counted,
    }),
  }),
  z.strictObject({ event: z.strictObject({ type: z.string(), where: body.optional(), ...counted }) }),
  z.strictObject({
    case: z.strictObject({
      status: z.string().optional(),
      stage: z.string().optional(),
      turn: z.string().optional(),
      outcome: z.enum(['completed', 'walked-away', 'cancelled', 'none']).optional(),
      paused: z.boolean().optional(),
    }),
  }),
  z.strictObject({
    flag: z.strictObject({ id: z.string(), who: who.optional(), is: z.enum(['open', 'cleared', 'remedy', 'none']) }),
  }),
  z.strictObject({ paper: z.strictObject({ id: z.string(), is: z.string() }) }),
  z.strictObject({ person: z.strictObject({ who, is: z.enum(['known', 'erased']) }) }),
]);

/** When a step happens, and in which case: left out, the scenario's own. */
const place = { at: moment.optional(), in: z.literal('beside').optional() };

const step = z.union([
  z.strictObject({ ...place, as: who, do: z.union([act, z.array(act)]), refused: z.string().optional() }),
  z.strictObject({ ...place, as: who, paper }),
  z.strictObject({ at: moment.optional(), world: worldAct }),
  z.strictObject({ ...place, expect: z.union([expectation, z.array(expectation).min(1)]) }),
  /** The same acts on every working day, or on the last one of every week; `@today` in a body is that day. */
  z.strictObject({
    in: place.in,
    every: z.enum(['working-day', 'week']),
    from: z.int().min(1),
    to: z.int().min(1),
    clock: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'has to be a time of day such as 10:00.'),
    as: who,
    do: z.union([act, z.array(act)]),
  }),
  z.strictObject({ ...place, play: z.string().describe('A file with more steps, read beside this one') }),
]);

/** What a scenario changes in a policy. */
export const policyPatch = z.strictObject({
  numbers: z
    .record(z.string(), z.record(z.string(), z.number()))
    .optional()
    .describe('Numbers of the policy that are changed, by control: `AR-1: { intervalDays: 10 }`'),
  stages: z
    .record(z.string(), z.record(z.string(), z.json()))
    .optional()
    .describe(
      'Fields of stages of the policy that are changed: `contract: { deciders: [{ role: legal, quorum: 2 }] }`',
    ),
});
export type PolicyPatch = z.infer<typeof policyPatch>;

/** The schema of a scenario file. */
export const scenarioSchema = z.strictObject({
  title: z.string().min(1).max(200),
  story: z.string().max(2000).optional(),
  case: z.string().describe('The case file, from beside this one'),
  beside: z
    .string()
    .optional()
    .describe('The file of a second case, which runs beside the first: steps with `in: beside` are played in it'),
  policy: z
    .string()
    .optional()
    .describe('The policy file, from beside this one; left out: the one that comes with Drawbridge'),
  ...policyPatch.shape,
  opens: moment.default('day 1 08:00'),
  rolloverEvents: z.int().min(20).max(4000).optional(),
  steps: z.array(step).min(1).max(500),
});

/** The schema of a file that a scenario plays. */
export const fragmentSchema = z.strictObject({ steps: z.array(step).min(1).max(500) });

export type Scenario = z.infer<typeof scenarioSchema>;
export type Step = z.infer<typeof step>;
export type Expectation = z.infer<typeof expectation>;
export type PaperStep = z.infer<typeof paper>;

/** Reads a scenario; each fault says what is wrong, where, and what would be right. */
export function parseScenario(text: string): { ok: true; scenario: Scenario } | { ok: false; faults: Fault[] } {
  const read = parseLocated(text, scenarioSchema, { what: 'scenario file' });
  return read.ok ? { ok: true, scenario: read.value } : read;
}

/** Reads a file of steps that a scenario plays. */
export function parseFragment(text: string): { ok: true; steps: Step[] } | { ok: false; faults: Fault[] } {
  const read = parseLocated(text, fragmentSchema, { what: 'file of steps' });
  return read.ok ? { ok: true, steps: read.value.steps } : read;
}

/** JSON Schema (2020-12) of a scenario file. */
export const scenarioJsonSchema = (): Record<string, unknown> =>
  z.toJSONSchema(scenarioSchema, { io: 'input', unrepresentable: 'any' });
