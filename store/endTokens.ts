import type { CaseEvent } from '../domain/case/events.js';
import type { PersonId } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import type { Tx } from './connect.js';

/** Ends the tokens of whoever has left by these facts: the client altogether, or the vendor's part in a case. */
export async function endTokens(tx: Tx, { caseId, holders }: CaseState, events: CaseEvent[]): Promise<void> {
  const end = (personId: PersonId) =>
    tx
      .updateTable('tokens')
      .set({ revoked_at: new Date() })
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null);
  for (const event of events) {
    if (event.type === 'RoleEnded' && event.left) await end(event.person).execute();
    if (event.type === 'PersonLeft')
      await end(event.person).where('case_id', '=', caseId).where('role', '=', 'engineer').execute();
    if (event.type === 'RoleTaken' && event.role === 'vendor-contact')
      await tx
        .updateTable('tokens')
        .set({ revoked_at: new Date() })
        .where('case_id', '=', caseId)
        .where('role', '=', event.role)
        .where('person_id', 'not in', ['', ...(holders?.[event.role] ?? [])])
        .where('revoked_at', 'is', null)
        .execute();
  }
}
