import { contentHash } from '../hash.js';

/** Fingerprint of what a grant rests on: the first twelve digits of the SHA-256 over its sorted references, which stand in the ledger. */
export const basisOf = (restsOn: string[]): string => contentHash(restsOn).slice(0, 12);
