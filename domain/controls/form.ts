import { isCountry } from '../countries.js';
import { isPlainName, isPlainText } from '../plainText.js';
import { own } from '../record.js';
import { type Said, say } from '../say.js';
import { isDayInRange } from '../time.js';

/** One question of an evidence form; `ask` is the question as a person reads it. */
export type Field = { ask: string; optional?: true } & (
  | { kind: 'text'; maxLength?: number }
  | { kind: 'yes-no' }
  | { kind: 'number'; min?: number; max?: number; integer?: true }
  | { kind: 'choice'; of: readonly string[] }
  | { kind: 'choices'; of: readonly string[]; min?: number }
  | { kind: 'day' }
  | { kind: 'country' }
  | { kind: 'url' }
  | { kind: 'hash' }
  | { kind: 'paper' }
  | { kind: 'person' }
  | { kind: 'record'; of: FormShape }
  | { kind: 'list'; of: FormShape; min?: number }
);

/** An evidence form: its questions by field name. */
export type FormShape = { readonly [field: string]: Field };

type ValueOf<F> = F extends { kind: 'text' | 'country' | 'day' | 'url' | 'hash' | 'paper' | 'person' }
  ? string
  : F extends { kind: 'yes-no' }
    ? boolean
    : F extends { kind: 'number' }
      ? number
      : F extends { kind: 'choice'; of: readonly (infer C)[] }
        ? C
        : F extends { kind: 'choices'; of: readonly (infer C)[] }
          ? C[]
          : F extends { kind: 'record'; of: infer S }
            ? FormOf<S>
            : F extends { kind: 'list'; of: infer S }
              ? FormOf<S>[]
              : never;

/** The type of a filled-in form of the given shape. */
export type FormOf<S> = { -readonly [K in keyof S as S[K] extends { optional: true } ? never : K]: ValueOf<S[K]> } & {
  -readonly [K in keyof S as S[K] extends { optional: true } ? K : never]?: ValueOf<S[K]>;
};

/** Any plain JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Largest length of a text answer, in characters, where the field names none. */
export const TEXT_MAX = 2000;
/** Largest length of a link, in characters. */
const URL_MAX = 2000;

/** A text up to this length is a name, a title or a line: {@link isPlainName}. */
const NAME_MAX = 200;

const HASH = /^[0-9a-f]{64}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isRealDay = (v: string): boolean => {
  if (!DAY.test(v)) return false;
  const ms = Date.parse(`${v}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(v) && isDayInRange(v);
};

/** One thing that is wrong with a filled-in form: where (`steps[0].function`; empty for the form itself), what, and the question left unanswered. */
export type FormFault = { path: string; said: Said; ask?: string };

/** What a single answer must be and is not; undefined when it is right. */
function wrongAnswer(field: Exclude<Field, { kind: 'record' | 'list' }>, value: Json): Said | undefined {
  const text = typeof value === 'string' && value.trim().length > 0 ? value : undefined;
  switch (field.kind) {
    case 'text': {
      const max = field.maxLength ?? TEXT_MAX;
      if (text === undefined || text.length > max) return say('form.text', { max });
      if (max <= NAME_MAX && !isPlainName(text)) return say('form.name');
      return isPlainText(text) ? undefined : say('form.plain-text');
    }
    case 'paper':
    case 'person':
      return text === undefined ? say(field.kind === 'paper' ? 'form.paper' : 'form.person') : undefined;
    case 'url':
      return text !== undefined && text.length <= URL_MAX && /^https?:\/\/\S+$/.test(text) && isPlainText(text)
        ? undefined
        : say('form.url');
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : say('form.yes-no');
    case 'number':
      return wrongNumber(field, value);
    case 'choice':
      return text !== undefined && field.of.includes(text) ? undefined : say('form.choice', { of: field.of });
    case 'choices':
      return wrongChoices(field, value);
    case 'day':
      return text !== undefined && isRealDay(text) ? undefined : say('form.day');
    case 'country':
      return text !== undefined && isCountry(text) ? undefined : say('form.country');
    case 'hash':
      return text !== undefined && HASH.test(text) ? undefined : say('form.hash');
    default: {
      const never: never = field;
      return never;
    }
  }
}

function wrongNumber({ min, max, integer }: Extract<Field, { kind: 'number' }>, value: Json): Said | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return say('form.number');
  if (integer && !Number.isInteger(value)) return say('form.whole-number');
  if (min !== undefined && value < min) return say('form.at-least', { min });
  return max !== undefined && value > max ? say('form.at-most', { max }) : undefined;
}

function wrongChoices({ of, min = 0 }: Extract<Field, { kind: 'choices' }>, value: Json): Said | undefined {
  if (!Array.isArray(value) || !value.every((v) => typeof v === 'string' && of.includes(v)))
    return say('form.choices', { of });
  return value.length < min ? say('form.entries', { min }) : undefined;
}

function faultsOf(field: Field, value: Json, path: string): FormFault[] {
  if (field.kind === 'record') return formFaults(field.of, value, path);
  if (field.kind !== 'list') {
    const said = wrongAnswer(field, value);
    return said === undefined ? [] : [{ path, said }];
  }
  const { of, min = 0 } = field;
  if (!Array.isArray(value)) return [{ path, said: say('form.list') }];
  if (value.length < min) return [{ path, said: say('form.entries', { min }) }];
  return value.flatMap((v, i) => formFaults(of, v, `${path}[${i}]`));
}

/** What is wrong with a filled-in form, fields that it does not have first; empty when it fits. */
export function formFaults(shape: FormShape, value: Json, path = ''): FormFault[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ path, said: say('form.object') }];
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const unknown = Object.keys(value).filter((k) => !Object.hasOwn(shape, k));
  const faults = unknown.map((k): FormFault => ({ path: at(k.slice(0, 60)), said: say('form.unknown-field') }));
  for (const [name, field] of Object.entries(shape)) {
    const given = own(value, name);
    if (given !== undefined) faults.push(...faultsOf(field, given, at(name)));
    else if (!field.optional) faults.push({ path: at(name), said: say('form.missing'), ask: field.ask });
  }
  return faults;
}

/** Forms that were found to fit or not; evidence never changes once it is in the state, and is judged many times. */
const known = new WeakMap<JsonObject, { shape: FormShape; fits: boolean }>();

/** True when the value is a filled-in form of this shape. */
export function isForm<S extends FormShape>(shape: S, value: JsonObject): value is FormOf<S> & JsonObject {
  const found = known.get(value);
  if (found?.shape === shape) return found.fits;
  const fits = formFaults(shape, value).length === 0;
  known.set(value, { shape, fits });
  return fits;
}
