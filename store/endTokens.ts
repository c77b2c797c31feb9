import type { CaseEvent } from '../domain/case/events.js';
import { type Actor, type PersonId, VENDOR_ROLES } from '../domain/case/roles.js';
import type { CaseState } from '../domain/case/state.js';
import type { Tx } from './connect.js';
import { endSessionsOf } from './sessions.js';

/** What was recorded, and by whom. */
type Entry = { actor: Pick<Actor, 'personId'>; event: CaseEvent };

/** Ends the tokens and sessions of whoever has left by these facts: the client altogether, or the vendor's part in a case. */
export async function endTokens(tx: Tx, { caseId, holders }: CaseState, entries: Entry[]): Promise<void> {
  for (const { actor, event } of entries) {
    if (event.type === 'RoleEnded' && event.left) await endAll(tx, event.person);
    if (event.type === 'PersonLeft' || event.type === 'PersonRejected')
      await endPart(tx, { caseId, role: 'engineer', of: event.person });
    // Somebody else may have come in by the address that was wrong; their own word moves the address that codes go to.
    if (event.type === 'PersonCorrected' && event.changed.includes('email') && event.person !== actor.personId)
      for (const role of VENDOR_ROLES) await endPart(tx, { caseId, role, of: event.person });
    if (event.type === 'RoleTaken' && event.role === 'vendor-contact')
      await endPart(tx, { caseId, role: event.role, but: holders?.[event.role] ?? [] });
  }
}

const openTokens = (tx: Tx) => tx.updateTable('tokens').set({ revoked_at: new Date() }).where('revoked_at', 'is', null);

async function endAll(tx: Tx, personId: PersonId): Promise<void> {
  await openTokens(tx).where('person_id', '=', personId).execute();
  await endSessionsOf(tx, personId);
}

type Part = { caseId: string; role: 'engineer' | 'vendor-contact' } & ({ of: PersonId } | { but: PersonId[] });

/** A session or a token of one's own without any part left is none. */
async function endPart(tx: Tx, part: Part): Promise<void> {
  const { caseId, role } = part;
  const issued = openTokens(tx).where('case_id', '=', caseId).where('role', '=', role);
  const inSessions = tx.deleteFrom('session_grants').where('case_id', '=', caseId).where('role', '=', role);
  const inTokens = tx.deleteFrom('token_grants').where('case_id', '=', caseId).where('role', '=', role);
  const [sessions, tokens] = [
    tx.selectFrom('sessions').select('session_id'),
    tx.selectFrom('tokens').select('token_id'),
  ];
  if ('of' in part) {
    await issued.where('person_id', '=', part.of).execute();
    await inSessions.where('session_id', 'in', sessions.where('person_id', '=', part.of)).execute();
    await inTokens.where('token_id', 'in', tokens.where('person_id', '=', part.of)).execute();
    return;
  }
  const staying = ['', ...part.but];
  await issued.where('person_id', 'not in', staying).execute();
  await inSessions.where('session_id', 'in', sessions.where('person_id', 'not in', staying)).execute();
  await inTokens.where('token_id', 'in', tokens.where('person_id', 'not in', staying)).execute();
}
