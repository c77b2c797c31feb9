import { contentHash } from '../hash.js';
import { byIdentity } from '../memoize.js';
import type { Assessment } from './assessment.js';

/** Fingerprint of what a control says: the first twelve digits of the SHA-256 over its assessment. */
export const fingerprintOf = byIdentity((assessment: Assessment): string => contentHash(assessment).slice(0, 12));
