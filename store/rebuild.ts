import type { CaseState } from '../domain/case/state.js';
import { evolve, initialState } from '../domain/decider/evolve.js';
import { beyond, ChainChecker, isBreak } from '../evidence/chain.js';
import { planText, storedState } from '../evidence/fold.js';
import type { Head } from '../evidence/ledger.js';
import { requireCase } from './cases.js';
import type { Database, Tx } from './connect.js';
import { StoreError } from './errors.js';
import { lastRow, streamLinks } from './ledgerRows.js';
import { moveViews } from './viewRows.js';

/**
 * Folds a case's state from the ledger alone and puts it and the list rows in place, lost or wrong as they may be.
 *
 * The stored head stays what it is: a chain that is broken or does not end there throws `CaseQuarantined`, so that
 * a ledger with its last entries cut off is not made good by rebuilding.
 */
export async function rebuildState(
  db: Database,
  caseId: string,
): Promise<{ state: CaseState; stateHash: string; head: Head }> {
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('cases').select('case_id').where('case_id', '=', caseId).forUpdate().execute();
    const { head } = await requireCase(tx, caseId);
    const state = await foldLedger(tx, caseId, head);
    const { text, hash } = storedState(state);
    const plan = planText(undefined, state) ?? null;
    await tx.updateTable('cases').set({ state: text, state_hash: hash, plan }).where('case_id', '=', caseId).execute();
    await moveViews(tx, undefined, state);
    return { state, stateHash: hash, head };
  });
}

async function foldLedger(tx: Tx, caseId: string, head: Head): Promise<CaseState> {
  const chain = new ChainChecker(caseId);
  let state = initialState(caseId);
  for await (const rows of streamLinks(tx, caseId, head.seq))
    for (const row of rows) {
      const entry = chain.next(row);
      if (isBreak(entry)) throw new StoreError('CaseQuarantined', entry.message);
      state = evolve(state, entry);
    }
  const end = chain.end(head) ?? beyond(head, await lastRow(tx, caseId));
  if (end !== undefined) throw new StoreError('CaseQuarantined', end.message);
  return state;
}
