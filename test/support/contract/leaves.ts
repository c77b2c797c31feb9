import { z } from 'zod';

/** A JSON Schema as zod writes it, as far as it is read here. */
export type JsonShape = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  format?: string;
  minimum?: number;
  pattern?: string;
  anyOf?: JsonShape[];
  oneOf?: JsonShape[];
  items?: JsonShape;
  properties?: Record<string, JsonShape>;
};

/** A path into a body: names of fields, and places of a list. */
export type Place = (string | number)[];

const FORMATS: Record<string, string> = {
  date: '2026-09-10',
  'date-time': '2026-09-10T08:00:00Z',
  uri: 'https://meridian.example/x',
  email: 'ada@alder.example',
};

const shapeOf = (body: z.ZodType): JsonShape =>
  z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as unknown as JsonShape;

/** A value that fits a schema, as far as patterns go with `hints` by the name of the field. */
export function sampleFor(shape: JsonShape, name: string, hints: Record<string, unknown>): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  const [first] = shape.anyOf ?? shape.oneOf ?? [];
  if (first !== undefined) return sampleFor(first, name, hints);
  if (shape.properties !== undefined)
    return Object.fromEntries(Object.entries(shape.properties).map(([k, v]) => [k, sampleFor(v, k, hints)]));
  if (shape.items !== undefined) return [sampleFor(shape.items, name, hints)];
  if (Object.hasOwn(hints, name)) return hints[name];
  if (shape.type === 'boolean') return false;
  if (shape.type === 'number' || shape.type === 'integer') return Math.max(1, shape.minimum ?? 1);
  if (shape.type === 'object') return {};
  return FORMATS[shape.format ?? ''] ?? `some-${name}`;
}

/** A text in a body, with the format that it has to have. */
type TextPlace = { place: Place; format?: string };

function walk(shape: JsonShape, at: Place): TextPlace[] {
  const [first] = shape.anyOf ?? shape.oneOf ?? [];
  if (first !== undefined) return walk(first, at);
  if (shape.properties !== undefined)
    return Object.entries(shape.properties).flatMap(([name, inner]) => walk(inner, [...at, name]));
  if (shape.items !== undefined) return walk(shape.items, [...at, 0]);
  return shape.type === 'string' && shape.enum === undefined ? [{ place: at, format: shape.format }] : [];
}

/** A body with every field of a schema filled in; `hints` fill the fields of these names. */
export const sampleBody = (body: z.ZodType, hints: Record<string, unknown> = {}): Record<string, unknown> =>
  sampleFor(shapeOf(body), '', hints) as Record<string, unknown>;

/** Where a body takes a text of one's own: any word, or a link. */
export const placesIn = (body: z.ZodType): TextPlace[] =>
  walk(shapeOf(body), []).filter(({ format }) => format === undefined || format === 'uri');

/** Where a body takes any word: every text that is no choice, day, instant or link. */
export const wordsIn = (body: z.ZodType): Place[] =>
  placesIn(body).flatMap(({ place, format }) => (format === undefined ? [place] : []));

/** The value with one place of it replaced. */
export function replaced(value: unknown, [key, ...rest]: Place, word: unknown): unknown {
  if (key === undefined) return word;
  if (Array.isArray(value)) return value.map((item, i) => (i === key ? replaced(item, rest, word) : item));
  // What was left out stays so.
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([k, v]) => [k, k === key ? replaced(v, rest, word) : v]));
}
