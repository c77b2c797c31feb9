import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { lately } from './memoize.js';

// Taken once: inside a case a global is looked up anew each time.
const { isArray } = Array;
const { entries } = Object;
const { stringify } = JSON;

/**
 * Canonical JSON of plain data: keys sorted by UTF-16 code units, no white space, undefined fields left out.
 * The same bytes as RFC 8785 for what the domain holds.
 */
export function canonicalJson(value: unknown): string {
  if (isArray(value)) return `[${value.map((v) => canonicalJson(v ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([k, v]) => `${stringify(k)}:${canonicalJson(v)}`);
    return `{${fields.join(',')}}`;
  }
  return stringify(value);
}

const hashOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));

/** Rules ask for the same hashes with every fact; a case asks for some 100. */
const lastHashes = lately(2_000, (_json, value: unknown) => hashOf(value));
const LONGEST = 4_000;

/** SHA-256 over the canonical JSON of plain data, in lower-case hexadecimal. */
export function contentHash(value: unknown): string {
  const json = stringify(value) ?? '';
  return json.length > LONGEST ? hashOf(value) : lastHashes(json, value);
}
