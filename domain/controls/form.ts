/** One question of an evidence form; `ask` is the question as a person reads it. */
export type Field = { ask: string; optional?: true } & (
  | { kind: 'text'; maxLength?: number }
  | { kind: 'yes-no' }
  | { kind: 'number'; min?: number; max?: number; integer?: true }
  | { kind: 'choice'; of: readonly string[] }
  | { kind: 'choices'; of: readonly string[]; min?: number }
  | { kind: 'day' }
  | { kind: 'url' }
  | { kind: 'hash' }
  | { kind: 'paper' }
  | { kind: 'person' }
  | { kind: 'record'; of: FormShape }
  | { kind: 'list'; of: FormShape; min?: number }
);

/** An evidence form: its questions by field name. */
export type FormShape = { readonly [field: string]: Field };

type ValueOf<F> = F extends { kind: 'text' | 'day' | 'url' | 'hash' | 'paper' | 'person' }
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

const HASH = /^[0-9a-f]{64}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isRealDay = (v: string): boolean => {
  if (!DAY.test(v)) return false;
  const ms = Date.parse(`${v}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(v);
};

function faultOf(field: Field, value: Json, at: string): string[] {
  const text = typeof value === 'string' && value.trim().length > 0 ? value : undefined;
  const must = (ok: boolean, right: string): string[] => (ok ? [] : [`${at} must be ${right}`]);
  switch (field.kind) {
    case 'text':
      return must(
        text !== undefined && text.length <= (field.maxLength ?? TEXT_MAX),
        `a text of 1 to ${field.maxLength ?? TEXT_MAX} characters`,
      );
    case 'paper':
    case 'person':
      return must(text !== undefined, `the id of a ${field.kind} of this case`);
    case 'url':
      return must(text !== undefined && /^https?:\/\/\S+$/.test(text), 'a link that starts with https://');
    case 'yes-no':
      return must(typeof value === 'boolean', 'true or false');
    case 'number':
      return must(
        typeof value === 'number' &&
          Number.isFinite(value) &&
          value >= (field.min ?? -Infinity) &&
          value <= (field.max ?? Infinity) &&
          (!field.integer || Number.isInteger(value)),
        `a ${field.integer ? 'whole ' : ''}number${field.min === undefined ? '' : ` of at least ${field.min}`}${field.max === undefined ? '' : ` and at most ${field.max}`}`,
      );
    case 'choice':
      return must(text !== undefined && field.of.includes(text), `one of ${field.of.join(', ')}`);
    case 'choices':
      return must(
        Array.isArray(value) &&
          value.length >= (field.min ?? 0) &&
          value.every((v) => typeof v === 'string' && field.of.includes(v)),
        `a list${field.min ? ` of at least ${field.min}` : ''} out of ${field.of.join(', ')}`,
      );
    case 'day':
      return must(text !== undefined && isRealDay(text), 'a real day written YYYY-MM-DD');
    case 'hash':
      return must(text !== undefined && HASH.test(text), 'a SHA-256 hash in 64 lower-case hexadecimal digits');
    case 'record':
      return formFaults(field.of, value, `${at}.`);
    case 'list':
      if (!Array.isArray(value) || value.length < (field.min ?? 0))
        return must(false, `a list${field.min ? ` of at least ${field.min}` : ''}`);
      return value.flatMap((v, i) => formFaults(field.of, v, `${at}[${i}].`));
    default: {
      const never: never = field;
      return never;
    }
  }
}

/**
 * What is wrong with a filled-in form: one sentence a fault, each naming the field and what would be right; empty when it fits.
 */
export function formFaults(shape: FormShape, value: Json, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [`${prefix || 'the form '}must be an object`];
  const unknown = Object.keys(value).filter((k) => !Object.hasOwn(shape, k));
  const faults = unknown.map((k) => `${prefix}${k.slice(0, 60)} is not a field of this form`);
  for (const [name, field] of Object.entries(shape)) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (given === undefined) {
      if (!field.optional) faults.push(`${prefix}${name} is missing: ${field.ask}`);
    } else faults.push(...faultOf(field, given, `${prefix}${name}`));
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
