import { own } from '../record.js';
import type { Field, FormShape, Json, JsonObject } from './form.js';
import { CONTROLS } from './index.js';

// Taken once: inside a case a global is looked up anew each time.
const { isArray } = Array;
const { entries } = Object;

function walk(field: Field, value: Json | undefined, kind: 'paper' | 'person'): string[] {
  if (field.kind === kind) return typeof value === 'string' ? [value] : [];
  if (field.kind === 'record' && typeof value === 'object' && value !== null && !isArray(value))
    return cited(field.of, value, kind);
  if (field.kind === 'list' && isArray(value)) {
    const shape = field.of;
    return value.flatMap((v) => (typeof v === 'object' && v !== null && !isArray(v) ? cited(shape, v, kind) : []));
  }
  return [];
}

/** Ids of the papers or people that a filled-in form names. */
export const cited = (shape: FormShape, form: JsonObject, kind: 'paper' | 'person'): string[] =>
  entries(shape).flatMap(([name, field]) => walk(field, form[name], kind));

/** By the form itself, which nobody changes once it is on record, and the control that it was supplied for. */
const known = new WeakMap<JsonObject, { controlId: string; papers: string[] }>();

/** Ids of the papers that a control's evidence names. */
export function papersCitedBy(controlId: string, form: JsonObject): string[] {
  const found = known.get(form);
  if (found?.controlId === controlId) return found.papers;
  const shape = own(CONTROLS, controlId)?.form;
  const papers = shape ? cited(shape, form, 'paper') : [];
  known.set(form, { controlId, papers });
  return papers;
}
