import fc from 'fast-check';
import type { Plan } from '../../domain/case/plan.js';
import { canonicalJson } from '../../domain/hash.js';
import { planDifference } from '../../domain/policyChange/planDifference.js';
import { Book } from '../support/domain/book.js';

const { plan } = new Book().state;
type Path = (string | number)[];

/** Paths of everything in a value that is no object or list, of empty lists, and of what binds. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || path.at(-1) === 'binding') return [path];
  const entries = Object.entries(value);
  return entries.length === 0
    ? [path]
    : entries.flatMap(([key, part]) => leaves(part, [...path, Array.isArray(value) ? Number(key) : key]));
}

/** The same value with another one at a path; `undefined` takes it out. */
function changed(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.flatMap((item, i) => (i === key ? without(changed(item, rest, to)) : [item]));
  return { ...(value as object), [key]: changed((value as Record<string, unknown>)[key], rest, to) };
}
const without = (item: unknown): unknown[] => (item === undefined ? [] : [item]);

function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value}, too`;
  return Array.isArray(value) ? ['new'] : { kind: 'checkpoint', day: 99 };
}

const at = (path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], plan);

const NO_PART = ['hash', 'policy'];
const PATHS = leaves(plan).filter(([part]) => !NO_PART.includes(String(part)));

describe('the difference between two plans', () => {
  test('given any one thing of a plan changed or taken out, then it is told; and a plan does not differ from itself', () => {
    expect(PATHS.length).toBeGreaterThan(600);
    for (const path of PATHS)
      for (const to of [other(at(path)), undefined]) {
        const after = changed(plan, path, to) as Plan;
        const told = planDifference(plan, after);
        if (told.length === 0) throw new Error(`${path.join('.')} made ${String(to)} is not told.`);
      }
    expect(planDifference(plan, structuredClone(plan))).toEqual([]);
  });

  test('given a plan that was stored, its keys in another order, then it is no other plan, and the same is told of it', () => {
    const stored = JSON.parse(canonicalJson(plan)) as Plan;
    const { 'PP-2': _gone, ...controls } = plan.controls;
    const after = { ...plan, controls, numbers: { ...plan.numbers, taskHours: 8, refusalsPerHour: 5 } };
    expect(planDifference(plan, stored)).toEqual([]);
    expect(planDifference(stored, after)).toEqual(planDifference(plan, after));
  });

  test('given any changes, then there is a difference exactly when the plans differ apart from the policy’s name', () => {
    const change = fc.tuple(fc.constantFrom(...PATHS, ['policy', 'version'], ['hash']), fc.boolean());
    const said = ({ hash: _h, policy: _p, ...rest }: Plan): string => canonicalJson(rest);
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const after = changes.reduce<unknown>(
          (p, [path, back]) => changed(p, path, back ? at(path) : other(at(path))),
          plan,
        ) as Plan;
        const told = planDifference(plan, after);
        return (
          (told.length === 0) === (said(plan) === said(after)) &&
          told.every((d) => canonicalJson([d.before]) !== canonicalJson([d.after]))
        );
      }),
      { numRuns: 60 },
    );
  });
});
