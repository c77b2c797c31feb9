import { z } from 'zod';
import type { Plan } from '../domain/case/plan.js';
import type { JsonObject } from '../domain/controls/form.js';
import type { Day } from '../domain/time.js';
import { readYaml } from './boundedYaml.js';
import { type CaseFile, caseFileSchema } from './caseSchema.js';
import { compilePlan, type LoadedPolicy } from './compilePlan.js';
import { intakeOf } from './intakeOf.js';
import { dotted } from './sentences.js';

/** A case file that need not be finished, and the plan that it comes to. */
export type DraftCase = {
  /** What the text holds, as it stands; left out where it is no group of fields. */
  value?: JsonObject;
  /** What of it fits, filled up where a plan needs more. */
  file: CaseFile;
  /** Paths of what was filled up, such as `need.scope`. */
  assumed: string[];
  plan: Plan;
};

/** Stands for what is not answered yet: it asks for the least, so that a plan grows with the answers. */
const least = (today: Day): CaseFile => ({
  title: 'Untitled',
  startDate: today,
  vendor: {
    name: 'The vendor',
    country: 'DE',
    timeZone: 'Europe/Berlin',
    holidays: 'DE',
    contact: { name: 'The contact', email: 'contact@vendor.invalid' },
  },
  client: { name: 'The client', timeZone: 'Europe/Berlin', holidays: 'DE', people: {} },
  outcome: { statement: 'Not said yet.', successCriteria: [] },
  data: { classes: ['internal-documents'], euPersonalData: false },
  capacity: { mlLeadership: 'some', managementTime: 'limited' },
  need: { skillGap: 'one-clear-gap', urgency: 'none', scope: 'bounded', requirements: 'stable' },
  model: 'staff-augmentation',
  currentSoc2Required: false,
  resources: [{ provider: 'github', kind: 'repository', id: 'not/named-yet', personalData: false }],
  engineers: [],
});

/**
 * Reads a case file as far as it goes. Never fails for what is missing or wrong in it.
 *
 * Throws ConditionError when a condition of the policy cannot be told for what it comes to.
 *
 * @param today taken as day 1 where the file names none
 */
export function draftCase(text: string, policy: LoadedPolicy, today: Day): DraftCase {
  const read = readYaml(text, 'case file');
  const value = read.ok ? asJson.safeParse(read.value).data : undefined;
  const { fit, assumed } = fitOf(caseFileSchema, value ?? {}, least(today), []);
  const file = caseFileSchema.parse(fit);
  const plan = compilePlan(
    policy,
    intakeOf(file, (email) => email),
  );
  return { ...(value !== undefined && { value }), file, assumed, plan };
}

const asJson = z.record(z.string(), z.json());

type Path = (string | number)[];
type Fit = { fit: unknown; assumed: string[] };

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As much of a value as its schema takes, and `instead` for the rest. */
function fitOf(schema: unknown, given: unknown, instead: unknown, path: Path): Fit {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  const all = { fit: instead, assumed: instead === undefined ? [] : [dotted(path)] };
  if (!(inner instanceof z.ZodType)) return all;
  if (given !== undefined && inner.safeParse(given).success) return { fit: given, assumed: [] };
  const parts = partsOf(inner, given, instead, path);
  // What is optional and does not stand by itself counts as not given.
  return parts !== undefined && inner.safeParse(parts.fit).success ? parts : all;
}

function partsOf(schema: z.ZodType, given: unknown, instead: unknown, path: Path): Fit | undefined {
  if (schema instanceof z.ZodArray && Array.isArray(given))
    return { fit: given.filter((one) => z.safeParse(schema.element, one).success), assumed: [] };
  if (!isGroup(given) && !isGroup(instead)) return undefined;
  const [from, fallback] = [isGroup(given) ? given : {}, isGroup(instead) ? instead : {}];
  if (schema instanceof z.ZodObject) return joined(Object.entries(schema.shape), from, fallback, path);
  if (schema instanceof z.ZodRecord)
    return joined(
      Object.keys(from).map((key): [string, unknown] => [key, schema.valueType]),
      from,
      fallback,
      path,
    );
  return undefined;
}

function joined(
  fields: [string, unknown][],
  from: Record<string, unknown>,
  fallback: Record<string, unknown>,
  path: Path,
): Fit {
  const each = fields.map(([key, schema]) => ({ key, ...fitOf(schema, from[key], fallback[key], [...path, key]) }));
  const kept = each.filter(({ fit }) => fit !== undefined);
  return {
    fit: Object.fromEntries(kept.map(({ key, fit }) => [key, fit])),
    assumed: each.flatMap(({ assumed }) => assumed),
  };
}
