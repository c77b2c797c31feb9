import type { PersonId } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { namedFor } from '../../domain/people/named.js';
import { own } from '../../domain/record.js';
import type { Store } from '../../store/contract.js';
import type { SessionGrant } from '../../store/signInContract.js';
import { sameText } from '../logins.js';

/** What a person is on the vendor's side of a case. */
function rolesOn(state: CaseState, personId: PersonId): SessionGrant[] {
  const { caseId } = state;
  const status = own(state.people, personId)?.status;
  return [
    ...(namedFor(state, 'vendor-contact').includes(personId) ? [{ role: 'vendor-contact', caseId } as const] : []),
    ...(status === 'proposed' || status === 'accepted' ? [{ role: 'engineer', caseId } as const] : []),
  ];
}

/**
 * The cases that name somebody as the vendor's contact or as an engineer, the latest first.
 * Without those that know another address of them than the one a code is sent to: one person alone may have corrected it.
 */
export async function vendorGrants({ cases, people }: Store, personId: PersonId): Promise<SessionGrant[]> {
  const recorded = await people.find(personId);
  if (recorded === undefined || recorded === 'erased') return [];
  const told = await people.told({ personId });
  const found: { grants: SessionGrant[]; openedAt: string }[] = [];
  for (const caseId of new Set(told.map((one) => one.caseId))) {
    const known = await people.find(personId, caseId);
    if (known === undefined || known === 'erased' || !sameText(known.email, recorded.email)) continue;
    const state = (await readable(cases, caseId))?.state;
    if (state !== undefined) found.push({ grants: rolesOn(state, personId), openedAt: state.openedAt });
  }
  return found.sort((a, b) => b.openedAt.localeCompare(a.openedAt)).flatMap(({ grants }) => grants);
}

/** A case that is in quarantine is nobody's way in, and keeps nobody from another one. */
const readable = (cases: Store['cases'], caseId: string) =>
  cases.get(caseId).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'CaseQuarantined') return undefined;
    throw error;
  });
