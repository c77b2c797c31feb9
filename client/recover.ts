import type { WorkflowClient } from '@temporalio/client';
import { evolve, initialState } from '../domain/case/evolve.js';
import type { Store } from '../store/contract.js';
import type { Carried } from '../workflows/contract.js';
import { CaseError } from './errors.js';
import { workflowIdOf } from './ids.js';
import { fromStore } from './patience.js';
import { replyOf } from './replies.js';

const PAGE = 500;

type Recovery = {
  client: WorkflowClient;
  store: Pick<Store, 'ledger'>;
  caseId: string;
  /** Ends a run that is still open. */
  force: boolean;
};

/**
 * Starts a fresh run of a case from its ledger alone, after any disaster.
 *
 * 1. The chain is verified first: nothing is started on a ledger that was tampered with (`CaseQuarantined`).
 * 2. An open run is left alone (`RunStillOpen`) unless the operator forces it; what it had in flight is then sent again by its sender.
 */
export async function recoverCase(
  { client, store, caseId, force }: Recovery,
  start: (carried: Carried) => Promise<void>,
): Promise<void> {
  const carried = await fromStore(() => fromLedger(store, caseId));
  const handle = client.getHandle(workflowIdOf(caseId));
  if (await isRunning(handle)) {
    if (!force) throw new CaseError('RunStillOpen', 'A run of this case is open; only force ends it.');
    await handle.terminate('recovered from the ledger');
  }
  await start(carried);
}

async function fromLedger({ ledger }: Pick<Store, 'ledger'>, caseId: string): Promise<Carried> {
  const verified = await ledger.verify(caseId);
  if (!verified.ok)
    throw new CaseError('CaseQuarantined', `Entry ${verified.brokenSeq} of the ledger is broken: ${verified.message}`);
  if (verified.rows === 0) throw new CaseError('CaseNotFound', 'There is no such case.');
  let state = initialState(caseId);
  let last: { seq: number; hash: string; at: string } | undefined;
  for (;;) {
    const rows = await ledger.readEntries(caseId, { afterSeq: last?.seq ?? 0, limit: PAGE });
    for (const row of rows) {
      const { seq, at, actor, commandId, event } = row;
      state = evolve(state, { seq, at, actor, commandId, event });
      last = row;
    }
    if (rows.length === 0 || last === undefined || last.seq >= verified.head.seq) break;
  }
  if (last === undefined) throw new CaseError('CaseNotFound', 'There is no such case.');
  return { state, head: { seq: last.seq, hash: last.hash }, settledAt: last.at };
}

async function isRunning(handle: ReturnType<WorkflowClient['getHandle']>): Promise<boolean> {
  try {
    return (await handle.describe()).status.name === 'RUNNING';
  } catch (error) {
    if (replyOf(error).kind === 'absent') return false;
    throw error;
  }
}
