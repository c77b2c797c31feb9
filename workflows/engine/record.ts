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

/** How far a run has come, as it was when the ledger answered last. */
export type Reach = {
  /** Events of this run so far. */
  historyLength: number;
  /** True once this run is pinned to a build that is not the one which runs go to by now. */
  shouldMoveOn: boolean;
};

/**
 * The ledger as a run asks it: however long the database is away, the queue stands still meanwhile and nothing is lost.
 *
 * 1. A call that timed out may have been committed; the next one is then told so by *behind* or *known*.
 * 2. A run that is replayed learns the answer from its history, so `decide` is not asked: deciding is most of what a replay would cost. Where the
 *    answer is not there after all (a worker died while its task waited for the ledger), *undecided* comes back, and it is asked then.
 * 3. What the SDK tells of a run (length, time) is the same in a replay only where a local activity has answered; so it is looked at there.
 */
export class Recorder {
  reach: Reach = { historyLength: 0, shouldMoveOn: false };

  /** Records. Throws {@link Unstorable} when a repeat cannot help, and whatever `decide` throws. */
  async append(decide: () => Recording): Promise<Recorded> {
    const told = isReplaying() ? await this.#append({ undecided: true }) : undefined;
    if (told !== undefined && told.status !== 'undecided') return told;
    const answer = await this.#append(decide());
    if (answer.status === 'undecided') throw new Error('The ledger was told what to record, and asked for it.');
    return answer;
  }

  /** Compares with the stored state. Throws {@link Unstorable} when a repeat cannot help. */
  reconcile(run: Parameters<LedgerActivities['reconcileState']>[0]): Promise<Reconciled> {
    return this.#forSure(
      () => near.reconcileState(run),
      () => patient.reconcileState(run),
    );
  }

  #append(recording: Recording | Undecided) {
    return this.#forSure(
      () => near.appendEntries(recording),
      () => patient.appendEntries(recording),
    );
  }

  async #forSure<T>(soon: () => Promise<T>, patiently: () => Promise<T>): Promise<T> {
    const first = await attempt(soon);
    const { historyLength, targetWorkerDeploymentVersionChanged } = workflowInfo();
    this.reach = { historyLength, shouldMoveOn: targetWorkerDeploymentVersionChanged };
    await afterTheOthers();
    if (first !== undefined) return first;
    for (;;) {
      const answer = await attempt(patiently);
      if (answer !== undefined) return answer;
      log.warn('The ledger cannot be reached; the case waits and tries again.');
      await sleep('5 seconds');
    }
  }
}

/**
 * Waits until all else that came together with an answer has been taken in.
 *
 * While the ledger is slow its task is prolonged, and what arrives meanwhile (a timer, an effect's outcome) is taken in before the answer is there.
 * When this is replayed both come at once: without this the answer could win, and the run would then ask for something else than its history says.
 */
async function afterTheOthers(): Promise<void> {
  let looks = 0;
  await condition(() => looks++ > 0);
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
