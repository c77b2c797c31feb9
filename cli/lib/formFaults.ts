import type { FormShape, Json, JsonObject } from '../../domain/controls/form.js';
import { own } from '../../domain/record.js';
import { nearest } from './nearest.js';

/** Fields that are listed where none is alike. */
const LISTED = 12;

/** `form.steps[0].function` as its keys, without places in lists. */
const keysOf = (path: string): string[] =>
  path
    .replace(/^form\.?/, '')
    .replace(/\[\d+\]/g, '')
    .split('.')
    .filter((key) => key !== '');

/** The answer at a path of a form. */
function answerAt(form: Json, path: string): Json | undefined {
  return path
    .replace(/^form\.?/, '')
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce<Json | undefined>((at, key) => {
      if (Array.isArray(at)) return at[Number(key)];
      return typeof at === 'object' && at !== null ? own(at, key) : undefined;
    }, form);
}

const isText = (value: Json | undefined): value is string => typeof value === 'string';

const maybe = (meant: string | undefined): string => (meant === undefined ? '' : `. Did you mean "${meant}"?`);

/** What would be right in the place of a slip, to go on after its fault: the field or the choice that is nearest to what was written; empty where nothing is. */
export function hintFor(shape: FormShape, form: JsonObject, path: string): string {
  const keys = keysOf(path);
  const last = keys.pop();
  let at: FormShape = shape;
  for (const key of keys) {
    const field = own(at, key);
    if (field?.kind !== 'record' && field?.kind !== 'list') return '';
    at = field.of;
  }
  if (last === undefined) return '';
  const field = own(at, last);
  if (field === undefined) return hintForField(last, at);
  if (field.kind !== 'choice' && field.kind !== 'choices') return '';
  const wrong = [answerAt(form, path)].flat().find((one) => isText(one) && !field.of.includes(one));
  return isText(wrong) ? maybe(nearest(wrong, field.of)) : '';
}

function hintForField(name: string, shape: FormShape): string {
  const fields = Object.keys(shape);
  const meant = nearest(name, fields);
  if (meant !== undefined) return maybe(meant);
  return fields.length <= LISTED ? `. Its fields: ${fields.join(', ')}.` : '';
}
