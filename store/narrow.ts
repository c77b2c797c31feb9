import { type PersonId, type Role, VENDOR_ROLES } from '../domain/case/roles.js';
import type { Tx } from './connect.js';

/**
 * Takes from a person's sessions, tokens and calendar every role of the client's side but these.
 *
 * The sessions first: a token that is just being made holds the roles of its session until it is there, and is found then.
 */
export async function narrowTo(tx: Tx, personId: PersonId, roles: readonly Role[]): Promise<void> {
  const staying = ['', ...roles];
  const sessions = tx.selectFrom('sessions').select('session_id').where('person_id', '=', personId);
  await tx
    .deleteFrom('session_grants')
    .where('session_id', 'in', sessions)
    .where('case_id', 'is', null)
    .where('role', 'not in', staying)
    .execute();
  const tokens = tx.selectFrom('tokens').select('token_id').where('person_id', '=', personId);
  await tx
    .deleteFrom('token_grants')
    .where('token_id', 'in', tokens)
    .where('case_id', 'is', null)
    .where('role', 'not in', staying)
    .execute();
  await tx
    .deleteFrom('calendar_feeds')
    .where('person_id', '=', personId)
    .where('role', 'not in', [...staying, ...VENDOR_ROLES])
    .execute();
}
