import type { Store } from '../../../store/contract.js';
import { ACTOR, AT } from './appending.js';

/** Erases a person of no case, as compliance does; answers whether there was a key. */
export async function erase(store: Store, person: string): Promise<boolean> {
  const act = { actor: ACTOR, at: AT, commandId: `erase-${person}` };
  const nothing = { entriesKept: 0, textsDeleted: [], textsKept: [], caseIds: [] };
  const { fact } = await store.custody.erase(act, { person, reason: 'Asked for.', ...nothing });
  return fact.type === 'PersonErased' && fact.keyDestroyed;
}
