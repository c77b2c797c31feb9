import type { Evidence } from '../case/state.js';
import { canonicalJson, contentHash } from '../hash.js';
import { byIdentity } from '../memoize.js';
import type { Json, JsonObject } from './form.js';

// By the form itself: rules ask with every fact.
const asRecorded = byIdentity((form: JsonObject) => contentHash(form));

/** SHA-256 over the canonical JSON of a form that is on record: what its entry in the ledger says, reckoned again. */
export const formHashOf = ({ form }: Pick<Evidence, 'form'>): string => asRecorded(form);

/** SHA-256 over what a form answers, whatever the order of its lists: what a gate decides on. */
export const answersHashOf = byIdentity((form: JsonObject): string => contentHash(inOrder(form)));

function inOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map(inOrder).sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inOrder(one)]));
}
