import type { Plan } from '../case/plan.js';
import type { Json } from '../controls/form.js';
import { canonicalJson } from '../hash.js';
import type { PlanDifference } from './difference.js';

/**
 * In what two plans differ: controls that come into force or fall away first, each as a whole, then every other thing, always in the same order.
 * Empty exactly when the plans say the same; the policy's name, version and hash, and the hash of the plan itself, are no part of it.
 */
export function planDifference(before: Plan, after: Plan): PlanDifference[] {
  const ids = [...new Set([...Object.keys(before.controls), ...Object.keys(after.controls)])].sort();
  const turned = ids.filter((id) => before.controls[id]?.applies !== after.controls[id]?.applies);
  const kept = ids.filter((id) => !turned.includes(id) && before.controls[id] !== after.controls[id]);
  return [
    ...turned.flatMap((id) => between([controlOf(before, id)], [controlOf(after, id)])),
    ...kept.flatMap((id) => between(partsIn(controlOf(before, id)), partsIn(controlOf(after, id)))),
    ...between(partsIn(restOf(before)), partsIn(restOf(after))),
  ];
}

/** Something that a plan has, or has not, at a place. */
type Part = { path: string[]; value: Json | undefined };

/** A stored plan has its keys in another order than one that was just compiled; here they have one order. */
const plain = (value: unknown): Json => JSON.parse(canonicalJson(value));

function controlOf({ controls }: Plan, id: string): Part {
  const control = controls[id];
  return { path: ['controls', id], value: control === undefined ? undefined : plain(control) };
}

const restOf = ({ hash: _hash, policy: _policy, controls: _controls, ...rest }: Plan): Part => ({
  path: [],
  value: plain(rest),
});

/** Everything that a value says, part by part; a list of things with ids by their ids, and their order apart. */
export function partsIn({ path, value }: Part): Part[] {
  const named = namedParts(path, value);
  if (named === undefined) return [{ path, value }];
  return named.flatMap(([key, part]) => partsIn({ path: [...path, key], value: part }));
}

/** What is compared as a whole: how a control binds, and why it applies. */
const WHOLE = ['binding', 'why'];

/** The named parts of a value; undefined for one that is compared as a whole. */
function namedParts(path: string[], value: Json | undefined): [string, Json][] | undefined {
  if (WHOLE.includes(path.at(-1) ?? '') || typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return Object.keys(value).length === 0 ? undefined : Object.entries(value);
  const items = value.flatMap(identified);
  const ids = items.map(([id]) => id);
  if (ids.length === 0 || ids.length < value.length || new Set(ids).size < ids.length) return undefined;
  return [...items, ['order', ids]];
}

/** A thing with its id, and the rest of it. */
function identified(item: Json): [string, Json][] {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return [];
  const { id, ...rest } = item;
  return typeof id === 'string' ? [[id, rest]] : [];
}

function between(before: Part[], after: Part[]): PlanDifference[] {
  const keyed = (parts: Part[]): Map<string, Part> => new Map(parts.map((p) => [canonicalJson(p.path), p]));
  const [a, b] = [keyed(before), keyed(after)];
  return [...new Map([...a, ...b]).keys()].flatMap((key): PlanDifference[] => {
    const [was, is] = [a.get(key), b.get(key)];
    const path = (was ?? is)?.path ?? [];
    if (canonicalJson([was?.value]) === canonicalJson([is?.value])) return [];
    return [
      {
        path,
        ...(was?.value === undefined ? {} : { before: was.value }),
        ...(is?.value === undefined ? {} : { after: is.value }),
      },
    ];
  });
}
