import type { Store } from '../store/contract.js';
import { StoreError } from '../store/errors.js';
import type { LedgerActivities, Reconciled } from './contract.js';
import { onLedger } from './onLedger.js';

/**
 * Compares the state of a run with the stored one; where they differ, the ledger decides.
 *
 * Two builds may fold the same entries differently. That is no damage as long as the chain is sound and ends where the run thinks it does.
 */
export function createReconcileState(store: {
  cases: Pick<Store['cases'], 'get'>;
  ledger: Pick<Store['ledger'], 'rebuildState'>;
}): LedgerActivities['reconcileState'] {
  return ({ caseId, head, stateHash }) =>
    onLedger(async (): Promise<Reconciled> => {
      if (head.seq === 0) return { status: 'same' };
      try {
        const stored = await store.cases.get(caseId);
        // What the run does not know yet it is told at its next append.
        if (stored !== undefined && stored.head.seq > head.seq) return { status: 'same' };
        if (stored?.head.hash !== head.hash) return broken(`The ledger does not end at entry ${head.seq} of this run.`);
        if (stored.stateHash === stateHash) return { status: 'same' };
        return { status: 'rebuilt', state: (await store.ledger.rebuildState(caseId)).state };
      } catch (error) {
        if (error instanceof StoreError && error.code === 'CaseQuarantined') return broken(error.message);
        throw error;
      }
    });
}

const broken = (message: string): Reconciled => ({ status: 'broken', message });
