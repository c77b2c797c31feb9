import type { Field, FormShape, Json, JsonObject } from '../../domain/controls/form.js';

export type { Json, JsonObject };

/** A question of a form: those of evidence, and what only the acts ask for. */
export type Question =
  | Field
  | ({ ask: string; optional?: true; help?: string } & (
      | { kind: 'texts' }
      | { kind: 'instant' }
      | { kind: 'email' }
      | { kind: 'zone' }
      | { kind: 'yaml' }
      | { kind: 'group'; of: Questions }
      | { kind: 'groups'; of: Questions; min?: number }
    ));

/** The questions of a form by field name. */
export type Questions = { readonly [field: string]: Question & { help?: string } };

/** Whom and what a form can name. */
export type Known = {
  caseId: string;
  people: { id: string; name: string; under?: string }[];
  papers: { id: string; title: string; state: string }[];
  role?: string;
};

/** What is wrong, by the path of its field such as `steps[0].function`. */
export type Faults = Record<string, string>;

export const asQuestions = (shape: FormShape): Questions => shape;

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
