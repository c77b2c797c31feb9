import type { Role } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import { namedFor } from '../domain/people/named.js';
import type { Head } from '../evidence/ledger.js';
import type { InRole, Store } from '../store/contract.js';
import { Problem } from './problems.js';

/** A case as it was read for somebody who may see it. */
export type SeenCase = { state: CaseState; head: Head; stateHash: string };

/** True for the roles of the vendor’s people, who see the case of their token alone. */
export const isVendorSide = (role: Role): boolean => role === 'vendor-contact' || role === 'engineer';

/** True when the token reaches this case: the vendor's people reach the case of their token and must be part of it. */
function reaches(identity: InRole, state: CaseState): boolean {
  if (identity.caseId !== undefined && identity.caseId !== state.caseId) return false;
  if (!isVendorSide(identity.role)) return true;
  if (identity.caseId === undefined) return false;
  return identity.role === 'vendor-contact'
    ? namedFor(state, 'vendor-contact').includes(identity.personId)
    : Object.hasOwn(state.people, identity.personId);
}

/** The case, for whoever may see it; an unknown case and one that is not theirs are the same `CaseNotFound`. */
export async function seeCase(store: Store, identity: InRole, caseId: string): Promise<SeenCase> {
  const found = await store.cases.get(caseId);
  if (found === undefined || !reaches(identity, found.state)) throw new Problem('CaseNotFound');
  return found;
}
