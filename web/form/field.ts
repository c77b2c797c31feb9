import type { FormField } from '../../contract/console/form.js';
import type { Json, JsonObject } from '../../domain/controls/form.js';

export type { Json, JsonObject };

/** One thing that can be chosen, and how it is called. */
export type Option = { value: string; text: string };

/** A question of a form: those of evidence, and what only the acts ask for. `none`: that there is none is an answer that somebody gives. */
export type Question = { ask: string; optional?: boolean; help?: string } & (
  | { kind: 'text'; maxLength?: number }
  | { kind: 'number'; min?: number; max?: number; integer?: boolean }
  | { kind: 'choice'; of: readonly Option[] }
  | { kind: 'choices'; of: readonly Option[]; min?: number; none?: boolean }
  | { kind: 'record'; of: Questions }
  | { kind: 'list'; of: Questions; min?: number; none?: boolean }
  | { kind: 'yes-no' | 'day' | 'country' | 'url' | 'hash' | 'paper' | 'person' }
  | { kind: 'resource' | 'profile'; maxLength?: number }
  | { kind: 'texts' | 'instant' | 'email' | 'zone' | 'yaml' }
);

/** The questions of a form by field name. */
export type Questions = { readonly [field: string]: Question };

/** Whom and what a form can name. */
export type Known = {
  caseId: string;
  people: { id: string; name: string; under?: string }[];
  papers: { id: string; title: string; state: string }[];
  /** What the case gives access to, and as what; without them they are typed. */
  resources?: Option[];
  profiles?: Option[];
  role?: string;
};

/** What is wrong, by the path of its field such as `steps[0].function`. */
export type Faults = Record<string, string>;

/** The questions of an evidence form, as the API answers them. */
export const asQuestions = (fields: readonly FormField[]): Questions =>
  Object.fromEntries(fields.map((field) => [field.name, asQuestion(field)]));

function asQuestion({
  name: _name,
  kind,
  of = [],
  fields = [],
  min,
  max,
  maxLength,
  integer,
  ...asked
}: FormField): Question {
  switch (kind) {
    case 'text':
      return { ...asked, kind, ...(maxLength !== undefined && { maxLength }) };
    case 'number':
      return {
        ...asked,
        kind,
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
        ...(integer && { integer }),
      };
    case 'choice':
      return { ...asked, kind, of };
    case 'choices':
      return { ...asked, kind, of, ...manyOf(min, asked.optional) };
    case 'record':
      return { ...asked, kind, of: asQuestions(fields) };
    case 'list':
      return { ...asked, kind, of: asQuestions(fields), ...manyOf(min, asked.optional) };
    default:
      return { ...asked, kind };
  }
}

/** Where an empty list is an answer, it is given by saying "none": nobody knows what silence means. */
const manyOf = (min: number | undefined, optional: boolean | undefined) =>
  min ? { min } : { none: optional !== true };

/** `form.steps.0.function` and `steps[0].function` are one place. */
export const placeOf = (path: string): string =>
  path
    .replace(/^(form|body)\.?/, '')
    .replace(/\.(\d+)(?=\.|$)/g, '[$1]')
    .replace(/^\./, '');

/** Answers without blanks: what was not answered is left out, not sent as an empty text. */
export function withoutBlanks(value: JsonObject): JsonObject {
  const entries = Object.entries(value).flatMap(([key, one]): [string, Json][] => {
    const kept = answered(one);
    return kept === undefined ? [] : [[key, kept]];
  });
  return Object.fromEntries(entries);
}

function answered(value: Json): Json | undefined {
  if (value === null || value === '') return undefined;
  if (Array.isArray(value)) return value.flatMap((one) => answered(one) ?? []);
  if (typeof value !== 'object') return value;
  const kept = withoutBlanks(value);
  return Object.keys(kept).length === 0 ? undefined : kept;
}
