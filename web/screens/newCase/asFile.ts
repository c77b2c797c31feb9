import type { CheckedCase } from '../../../contract/caseFile.js';
import type { Faults, Json, JsonObject } from '../../form/field.js';
import { listOf, objectOf } from '../../form/values.js';

/** True for what nobody has answered. */
export function isBlank(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.every(isBlank);
  return typeof value === 'object' && Object.values(value).every(isBlank);
}

/** A value without what is blank; entries of a list keep their places, so that a fault finds its field. */
function kept(value: Json): Json {
  if (Array.isArray(value)) {
    const last = value.findLastIndex((one) => !isBlank(one));
    return value.slice(0, last + 1).map(kept);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (isBlank(one) ? [] : [[key, kept(one)]])));
}

/** Groups that a case file cannot do without: they are there, so that what is missing is told at its own field. */
const GROUPS = ['vendor', 'client', 'outcome', 'data', 'capacity', 'need'];

/** The case file that a form comes to: what may be an empty list is there as one. */
export function asFile(value: JsonObject): JsonObject {
  const file = { ...Object.fromEntries(GROUPS.map((group) => [group, {}])), ...objectOf(kept(value)) };
  const { vendor, client, outcome, sourcing, resources, engineers }: JsonObject = file;
  return {
    ...file,
    vendor: { contact: {}, ...objectOf(vendor) },
    client: { people: {}, ...objectOf(client) },
    outcome: { successCriteria: [], ...objectOf(outcome) },
    ...(sourcing !== undefined && { sourcing: { reasons: [], ...objectOf(sourcing) } }),
    resources: resources ?? [{}],
    engineers: listOf(engineers).map((one) => ({ needs: [], ...objectOf(one) })),
  };
}

type Fault = CheckedCase['faults'][number];

/** What is wrong as its field says it, without the field's name. */
export function messageOf({ path = '', message }: Fault): string {
  const own = message.startsWith(`${path} `) ? message.slice(path.length + 1) : message;
  if (path !== '' && own.startsWith('is missing')) return 'Please answer.';
  return own.charAt(0).toUpperCase() + own.slice(1);
}

/** The answer at a path such as `engineers[0].name`. */
export function answerAt(value: JsonObject, path: string): Json | undefined {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  return steps.reduce<Json | undefined>(
    (at, step) => (Array.isArray(at) ? at[Number(step)] : objectOf(at)[step]),
    value,
  );
}

/** Faults to show at fields: before anybody has asked to open, only those of answers that were given. */
export function shownFaults(faults: readonly Fault[], value: JsonObject, all: boolean): Faults {
  const shown = faults.filter(({ path }) => path !== undefined && (all || !isBlank(answerAt(value, path))));
  // The first fault of a field is the one to mend first.
  return Object.fromEntries(shown.map((one) => [one.path ?? '', messageOf(one)]).reverse());
}
