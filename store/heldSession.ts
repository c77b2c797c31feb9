import type { PersonId } from '../domain/case/roles.js';
import type { Tx } from './connect.js';
import { roleOf } from './roles.js';
import type { SessionGrant } from './signInContract.js';

/** The open session in which a token or a passkey is made, held until the end: it is not ended, and loses no role, in between. */
export async function heldSession(
  tx: Tx,
  sessionId: string,
): Promise<{ personId: PersonId; grants: SessionGrant[] } | undefined> {
  const its = tx.selectFrom('sessions').select('person_id').where('session_id', '=', sessionId);
  const whose = await its.executeTakeFirst();
  if (whose === undefined) return undefined;
  const { person_id: personId } = whose;
  // Held, too: who makes two at once has them counted one after the other.
  await tx.selectFrom('people').select('person_id').where('person_id', '=', personId).forUpdate().execute();
  if ((await its.where('ended_at', 'is', null).forShare().executeTakeFirst()) === undefined) return undefined;
  const rows = await tx
    .selectFrom('session_grants')
    .select(['role', 'case_id'])
    .where('session_id', '=', sessionId)
    .orderBy('place')
    .forShare()
    .execute();
  return { personId, grants: rows.map(grantOf) };
}

/** What a row of roles stands for. */
export const grantOf = ({ role, case_id }: { role: string; case_id: string | null }): SessionGrant => ({
  role: roleOf(role),
  ...(case_id !== null && { caseId: case_id }),
});
