import {
  ActivityFailure,
  ApplicationFailure,
  condition,
  log,
  proxyActivities,
  proxyLocalActivities,
  sleep,
  TemporalFailure,
  workflowInfo,
} from '@temporalio/workflow';
import type { LedgerActivities, Reconciled, Recorded, Recording, Undecided } from '../../activities/contract.js';

/** Half the events and twice the throughput of an ordinary activity, but it holds a workflow task: so it gets little time. */
const near = proxyLocalActivities<LedgerActivities>({
  scheduleToCloseTimeout: '2 seconds',
  startToCloseTimeout: '2 seconds',
  retry: { maximumAttempts: 1 },
});

/** For the time that the database is away. */
const patient = proxyActivities<LedgerActivities>({
  startToCloseTimeout: '10 seconds',
  scheduleToCloseTimeout: '1 minute',
  retry: { initialInterval: '250 milliseconds', backoffCoefficient: 2, maximumInterval: '5 seconds' },
});

/** The store will never take this entry, whenever it is asked. */
export class Unstorable extends Error {
  override readonly name = 'Unstorable';
}

/** Whether what happens now has happened before and stands in the history. */
export const isReplaying = (): boolean => workflowInfo().unsafe.isReplayingHistoryEvents;

/**
 * Records, however long the database is away: the queue stands still meanwhile and nothing is lost.
 *
 * 1. A call that timed out may have been committed; the next one is then told so by *behind* or *known*.
 * 2. A run that is replayed learns the answer from its history, so `decide` is not asked: deciding is most of what a replay would cost. Where the
 *    answer is not there after all (a worker died while its task waited for the ledger), *undecided* comes back, and it is asked then.
 *
 * Throws {@link Unstorable} when a repeat cannot help, and whatever `decide` throws.
 */
export async function appendForSure(decide: () => Recording): Promise<Recorded> {
  const told = isReplaying() ? await append({ undecided: true }) : undefined;
  if (told !== undefined && told.status !== 'undecided') return told;
  const answer = await append(decide());
  if (answer.status === 'undecided') throw new Error('The ledger was told what to record, and asked for it.');
  return answer;
}

const append = (recording: Recording | Undecided) =>
  forSure(
    () => near.appendEntries(recording),
    () => patient.appendEntries(recording),
  );

/** Compares with the stored state, however long the database is away. Throws {@link Unstorable} when a repeat cannot help. */
export const reconcileForSure = (run: Parameters<LedgerActivities['reconcileState']>[0]): Promise<Reconciled> =>
  forSure(
    () => near.reconcileState(run),
    () => patient.reconcileState(run),
  );

async function forSure<T>(soon: () => Promise<T>, patiently: () => Promise<T>): Promise<T> {
  const first = await attempt(soon);
  await afterTheOthers();
  if (first !== undefined) return first;
  for (;;) {
    const answer = await attempt(patiently);
    if (answer !== undefined) return answer;
    log.warn('The ledger cannot be reached; the case waits and tries again.');
    await sleep('5 seconds');
  }
}

/**
 * Waits until all else that came together with an answer has been taken in.
 *
 * While the ledger is slow its task is prolonged, and what arrives meanwhile (a timer, an effect's outcome) is taken in before the answer is there.
 * When this is replayed both come at once: without this the answer could win, and the run would then ask for something else than its history says.
 */
async function afterTheOthers(): Promise<void> {
  let asked = false;
  await condition(() => {
    const again = asked;
    asked = true;
    return again;
  });
}

async function attempt<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof TemporalFailure)) throw error;
    // A local activity fails with what it threw, an ordinary one wraps it.
    const cause = error instanceof ActivityFailure ? error.cause : error;
    if (cause instanceof ApplicationFailure && cause.nonRetryable) throw new Unstorable(cause.message);
    return undefined;
  }
}
