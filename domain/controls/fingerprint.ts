import { contentHash } from '../hash.js';
import type { Assessment } from './assessment.js';

const known = new WeakMap<Assessment, string>();

/** Fingerprint of what a control says: the first twelve digits of the SHA-256 over its assessment. */
export function fingerprintOf(assessment: Assessment): string {
  const found = known.get(assessment) ?? contentHash(assessment).slice(0, 12);
  known.set(assessment, found);
  return found;
}
