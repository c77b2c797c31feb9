import { BadCursor } from './errors.js';

const CURSOR_MAX = 1_000;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Writes the place of a list's last row as an opaque cursor. */
export const writeCursor = (list: string, place: (string | null)[]): string =>
  Buffer.from(JSON.stringify([list, ...place])).toString('base64url');

/** Reads a place back; throws `BadCursor` unless this list has written it: an instant (or null) and then texts. */
export function readCursor(list: string, cursor: string, texts: number): { at: string | null; keys: string[] } {
  const [name, at, ...keys] = parse(cursor);
  const atIsGood = at === null || (typeof at === 'string' && INSTANT.test(at) && !Number.isNaN(Date.parse(at)));
  if (name !== list || !atIsGood || keys.length !== texts) throw new BadCursor();
  return { at, keys: keys.map(requireText) };
}

function requireText(key: unknown): string {
  if (typeof key !== 'string' || key.includes('\u0000')) throw new BadCursor();
  return key;
}

function parse(cursor: string): unknown[] {
  if (cursor.length > CURSOR_MAX) throw new BadCursor();
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(value)) return value;
  } catch {
    // Falls through: not one of ours.
  }
  throw new BadCursor();
}

/** The bounds of a page: 1 to 200 rows. */
export const pageSize = (limit: number): number => Math.min(Math.max(Math.trunc(limit) || 1, 1), 200);
