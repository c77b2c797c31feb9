import { IN_FORCE, type Plan, type PlannedControl } from '../case/plan.js';
import { CONTROLS } from '../controls/index.js';
import { canonicalJson } from '../hash.js';
import type { PlanDifference } from './difference.js';
import { labelOf, placeOf, rankOf, textOf } from './planWords.js';

/** One thing that a plan says: its path, its value as it is compared, and how it is told. */
type Said = { path: string[]; value: unknown; text: string };

/**
 * In what two plans differ: controls that come into force or fall away first, then every other thing, always in the same order. Empty exactly when
 * the plans say the same; the policy's name, version and hash, and the hash of the plan itself, are no part of it.
 */
export function planDifference(before: Plan, after: Plan): PlanDifference[] {
  const ids = [...new Set([...Object.keys(before.controls), ...Object.keys(after.controls)])].sort();
  const sides = ids.map((id) => [id, before.controls[id], after.controls[id]] as const);
  return [
    ...sides.flatMap(([id, a, b]) => (isInForce(a) === isInForce(b) ? [] : [turned(id, a, b)])),
    ...sides.flatMap(([id, a, b]) => (isInForce(a) === isInForce(b) ? altered(id, a, b) : [])),
    ...between(saidBy(before), saidBy(after), ({ path }) => placeOf(path)),
  ];
}

const isInForce = (control: PlannedControl | undefined): boolean => control?.applies === true;

const titled = (id: string): string => `${id} (${CONTROLS[id]?.title ?? 'not known to this version'})`;

const turned = (id: string, a: PlannedControl | undefined, b: PlannedControl | undefined): PlanDifference => ({
  where: titled(id),
  before: standing(a),
  after: standing(b),
});

/** A control as a whole: what it asks for where it is in force, else why it is not. */
function standing(control: PlannedControl | undefined): string {
  if (control === undefined) return 'not in the policy';
  if (!control.applies) return `not in force: ${control.why ?? IN_FORCE}`;
  const parts = saidOfControl(control).filter(({ path: [key] }) => key !== 'id' && key !== 'applies');
  return `in force; ${parts.map(({ path, text }) => `${labelOf(path)}: ${text}`).join('; ')}`;
}

function altered(id: string, a: PlannedControl | undefined, b: PlannedControl | undefined): PlanDifference[] {
  if (a === b) return [];
  if (a === undefined || b === undefined) return [{ where: titled(id), before: standing(a), after: standing(b) }];
  return between(saidOfControl(a), saidOfControl(b), ({ path }) => `${titled(id)}: ${labelOf(path)}`);
}

/** Why it applies is always said, since leaving it out says {@link IN_FORCE}. */
const saidOfControl = ({ why, ...control }: PlannedControl): Said[] => [
  ...said([], control),
  { path: ['why'], value: why, text: why ?? IN_FORCE },
];

function saidBy({ hash: _hash, policy: _policy, controls: _controls, ...rest }: Plan): Said[] {
  return said([], rest);
}

/** Everything that a value says, part by part; a list of things with ids by their ids, and their order apart. */
function said(path: string[], value: unknown): Said[] {
  const parts = partsOf(path, value);
  if (parts === undefined) return value === undefined ? [] : [{ path, value, text: textOf(path, value) }];
  return parts.flatMap(([key, part]) => said([...path, key], part));
}

/** The named parts of a value that is told part by part; undefined for one that is told as a whole. */
function partsOf(path: string[], value: unknown): [string, unknown][] | undefined {
  if (path.at(-1) === 'binding' || typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return Object.keys(value).length === 0 ? undefined : Object.entries(value).sort(inTelling);
  const ids = value.map(idOf);
  if (ids.length === 0 || ids.includes(undefined) || new Set(ids).size < ids.length) return undefined;
  return [...value.map((item, i): [string, unknown] => [ids[i] ?? '', { ...item, id: undefined }]), ['order', ids]];
}

/** A stored plan has its keys in another order than one that was just compiled; they are told in one order. */
const inTelling = ([a]: [string, unknown], [b]: [string, unknown]): number => rankOf(a) - rankOf(b) || (a < b ? -1 : 1);

const idOf = (item: unknown): string | undefined =>
  typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : undefined;

function between(before: Said[], after: Said[], where: (said: Said) => string): PlanDifference[] {
  const keyed = (all: Said[]): Map<string, Said> => new Map(all.map((one) => [canonicalJson(one.path), one]));
  const [a, b] = [keyed(before), keyed(after)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key): PlanDifference[] => {
    const [was, is] = [a.get(key), b.get(key)];
    const one = is ?? was;
    if (one === undefined || was?.value === is?.value) return [];
    if (canonicalJson([was?.value]) === canonicalJson([is?.value])) return [];
    return [
      {
        where: where(one),
        ...(was === undefined ? {} : { before: was.text }),
        ...(is === undefined ? {} : { after: is.text }),
      },
    ];
  });
}
