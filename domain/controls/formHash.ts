import type { Evidence } from '../case/state.js';
import { contentHash } from '../hash.js';

/** SHA-256 over the canonical JSON of a form that is on record: what its entry in the ledger says, reckoned again. */
export const formHashOf = ({ form }: Pick<Evidence, 'form'>): string => contentHash(form);
