import { StoreError } from './errors.js';

/** In Unicode mode a pair is one character, so that only half of one is of this category. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Where in plain data a character stands that PostgreSQL or canonical JSON cannot hold, as `a.b[0]`; undefined when nowhere. */
export function unstorableAt(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return value.includes('\u0000') || LONE_SURROGATE.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const here = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const found = unstorableAt(key, here) ?? unstorableAt(inner, here);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Throws `Malformed` for text with U+0000 or half of a surrogate pair, naming the place. */
export function requireStorable(value: unknown): void {
  const place = unstorableAt(value);
  if (place === undefined) return;
  const where = place === '' ? 'The text' : `The text at "${place}"`;
  throw new StoreError('Malformed', `${where} contains U+0000 or half of a surrogate pair. Remove it.`);
}
