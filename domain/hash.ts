import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

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

/** Hashes of what was hashed last, by its JSON: rules ask for the same ones with every fact. All cases of a worker share them; a case asks for some 100. */
const lately = new Map<string, string>();
const KEPT = 2_000;
const LONGEST = 4_000;

/** SHA-256 over the canonical JSON of plain data, in lower-case hexadecimal. */
export function contentHash(value: unknown): string {
  const json = stringify(value) ?? '';
  const known = lately.get(json);
  const hash = known ?? bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
  if (json.length > LONGEST) return hash;
  // What was asked for last is dropped last.
  lately.delete(json);
  lately.set(json, hash);
  const [oldest] = lately.size > KEPT ? lately.keys() : [];
  if (oldest !== undefined) lately.delete(oldest);
  return hash;
}
