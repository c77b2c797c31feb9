import type { WorkflowClient } from '@temporalio/client';
import type { Store } from '../store/contract.js';
import type { Carried } from '../workflows/contract.js';
import { CaseError } from './errors.js';
import { workflowIdOf } from './ids.js';
import { replyOf } from './replies.js';
import { fromStore } from './retryBudget.js';

type Recovery = {
  client: WorkflowClient;
  store: Pick<Store, 'ledger'>;
  caseId: string;
  /** Ends a run that is still open. */
  force: boolean;
};

/** What the fresh run begins with: the fold of the ledger, and whether a run that was open was ended for it. */
type Beginning = { carried: Carried; forced: boolean };

/**
 * Starts a fresh run of a case from its ledger alone, after any disaster; state and lists are rebuilt from it as well.
 *
 * 1. The chain is verified first: nothing is ended or started on a ledger that was tampered with (`CaseQuarantined`).
 * 2. An open run is left alone (`RunStillOpen`) unless the operator forces it; what it had in flight is then sent again by its sender.
 * 3. The fresh run records the recovery first.
 * 4. What an ended run still commits is told to the fresh one as *behind*.
 */
export async function recoverCase(
  { client, store, caseId, force }: Recovery,
  start: (beginning: Beginning) => Promise<void>,
): Promise<void> {
  await verified(store, caseId);
  const handle = client.getHandle(workflowIdOf(caseId));
  const forced = await isRunning(handle);
  if (forced) {
    if (!force) throw new CaseError('RunStillOpen', 'The case still has an open run. Use --force to end it.');
    await handle.terminate('recovered from the ledger');
  }
  await start({ carried: await fromStore(() => rebuilt(store, caseId)), forced });
}

async function verified({ ledger }: Pick<Store, 'ledger'>, caseId: string): Promise<void> {
  const chain = await fromStore(() => ledger.verify(caseId));
  if (!chain.ok)
    throw new CaseError('CaseQuarantined', `The ledger is broken at entry ${chain.brokenSeq}: ${chain.message}`);
}

async function rebuilt({ ledger }: Pick<Store, 'ledger'>, caseId: string): Promise<Carried> {
  const { state, head } = await ledger.rebuildState(caseId);
  const [last] = await ledger.readEntries(caseId, { afterSeq: head.seq - 1, limit: 1 });
  if (last === undefined) throw new CaseError('CaseNotFound', 'Case not found.');
  return { state, head, settledAt: last.at };
}

async function isRunning(handle: ReturnType<WorkflowClient['getHandle']>): Promise<boolean> {
  try {
    return (await handle.describe()).status.name === 'RUNNING';
  } catch (error) {
    if (replyOf(error).kind === 'absent') return false;
    throw error;
  }
}
