import type { FastifySerializerCompiler } from 'fastify';
import type { z } from 'zod';

/** An answer that did not fit its schema: which route, and what was left out of it. */
export type Misfit = { route: string; leftOut: string[] };

/** Times that an answer is looked at again without what did not fit; each takes out at least one part. */
const ROUNDS = 20;

type Path = readonly PropertyKey[];
type Group = Record<PropertyKey, unknown>;

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null;

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (isGroup(inner) ? inner[key] : undefined), value);

/** Where it does not fit; of several forms, in the one of which the fewest fields are missing and the least is wrong. */
function placesOf(root: Group, issue: z.core.$ZodIssue, at: Path = []): Path[] {
  const path = [...at, ...issue.path];
  if (issue.code !== 'invalid_union') return [path];
  const forms = issue.errors.filter((form) => form.length > 0);
  const lacking = (form: z.core.$ZodIssue[]): number =>
    form.filter(({ path: inner }) => inner.length === 1 && valueAt(root, [...path, ...inner]) === undefined).length;
  const [best] = forms.sort((a, b) => lacking(a) - lacking(b) || a.length - b.length);
  return best === undefined ? [path] : best.flatMap((inner) => placesOf(root, inner, path));
}

/** Takes out what stands at a path; where nothing does, the group that lacks it. Answers what was taken out. */
function takeOut(root: Group, path: Path): string | undefined {
  const groups: Group[] = [root];
  for (const key of path.slice(0, -1)) {
    const next = groups.at(-1)?.[key];
    if (!isGroup(next)) break;
    groups.push(next);
  }
  for (let depth = groups.length; depth > 0; depth--) {
    const [group, key] = [groups[depth - 1], path[depth - 1]];
    if (group === undefined || key === undefined || group[key] === undefined) continue;
    if (Array.isArray(group)) group.splice(Number(key), 1);
    else delete group[key];
    return path.slice(0, depth).map(String).join('.');
  }
  return undefined;
}

/** An answer without the parts that do not fit; undefined when nothing is left that does. */
function withoutMisfits(schema: z.ZodType, data: unknown): { data: unknown; leftOut: string[] } | undefined {
  const rest: unknown = JSON.parse(JSON.stringify(data));
  const leftOut: string[] = [];
  for (let round = 0; round < ROUNDS && isGroup(rest); round++) {
    const fit = schema.safeEncode(rest);
    if (fit.success) return { data: fit.data, leftOut };
    // The last of a list first, so that the places of the others stay what they are.
    const places = fit.error.issues.flatMap((issue) => placesOf(rest, issue)).reverse();
    const taken = places.flatMap((path) => takeOut(rest, path) ?? []);
    if (taken.length === 0) return undefined;
    leftOut.push(...taken);
  }
  return undefined;
}

/**
 * Writes answers by their schemas. One part that does not fit hides nothing else: it is left out, and `tell` raises the
 * alarm. An answer of which nothing fits is an error.
 */
export const serializerFor =
  (tell: (misfit: Misfit) => void): FastifySerializerCompiler<z.ZodType> =>
  ({ schema, url }) =>
  (data) => {
    const fit = schema.safeEncode(data);
    if (fit.success) return JSON.stringify(fit.data);
    const rest = withoutMisfits(schema, data);
    tell({ route: url, leftOut: rest?.leftOut ?? ['everything'] });
    if (rest === undefined) throw new Error('The answer does not fit its schema.');
    return JSON.stringify(rest.data);
  };
