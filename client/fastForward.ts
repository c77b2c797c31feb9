import { type Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { earliest, type Instant, toMs } from '../domain/time.js';
import type { CaseTime } from '../workflows/contract.js';
import type { CaseClient } from './caseClient.js';
import { CaseError } from './errors.js';
import { workflowIdOf } from './ids.js';

/** What a rehearsal needs to move a case's time. */
export type FastForwardParts = {
  connection: Connection;
  client: Pick<CaseClient, 'caseTime'>;
  namespace?: string;
  /** Looks at the places of the cases; left out: nobody looks. */
  looks?: {
    /** When the next one is due after `now`, or was due before it. */
    next(caseIds: readonly string[], now: Instant): Promise<Instant | undefined>;
    /** Makes every look that is due, and tells the cases. */
    make(caseIds: readonly string[], now: Instant): Promise<void>;
  };
  /** Called after each step on the way, once the cases are settled. */
  passed?(): Promise<void>;
};

const LONGEST_STEP_MS = 7 * 86_400_000;
const SHORTEST_STEP_MS = 1_000;
/** So that a step ends after the deadline it was made for. */
const PAST_DEADLINE_MS = 5;
/** A step takes milliseconds; a worker or a server that is down would let the call hang. */
const STEP_BOUND_MS = 60_000;

const NOT_FOUND = 5;
const TIMED_OUT = 1;
const COMPLETED = 2;

let steps = 0;

/**
 * Lets a case's time pass until `target`, on a server with time skipping; for rehearsals and tests only.
 *
 * Steps go from deadline to deadline, and the case is settled before each and at the end: no command may be sent meanwhile. May arrive up to a
 * second late. `settled` is the case's time where the caller has just asked for it. Answers undefined when the case has ended on the way. Throws {@link CaseError} `TemporalUnavailable` when time does not pass.
 */
export async function fastForward(
  parts: FastForwardParts,
  caseId: string,
  target: Instant,
  settled?: CaseTime,
): Promise<CaseTime | undefined> {
  const known = settled === undefined ? NOTHING : new Map([[caseId, settled]]);
  return (await fastForwardTogether(parts, [caseId], target, known)).get(caseId);
}

/** As {@link fastForward}, for cases that share places: none is more than a step ahead of another. Answers the times of those that have not ended. */
export async function fastForwardTogether(
  parts: FastForwardParts,
  caseIds: readonly string[],
  target: Instant,
  settled: Times = NOTHING,
): Promise<Times> {
  for (let asked = settled; ; asked = NOTHING) {
    const times = await settledTimes(parts, caseIds, asked);
    const slowest = earliest([...times.values()].map(({ now }) => now));
    if (slowest === undefined || toMs(slowest) >= toMs(target)) return times;
    if (asked.size === 0) await parts.passed?.();
    const look = await parts.looks?.next(caseIds, slowest);
    if (look !== undefined && toMs(look) <= toMs(slowest)) {
      await parts.looks?.make(caseIds, slowest);
      continue;
    }
    const from = toMs(slowest);
    const due = [...times.values()].flatMap(({ nextDeadline }) =>
      nextDeadline === undefined ? [] : [toMs(nextDeadline) + PAST_DEADLINE_MS],
    );
    const stop = Math.min(from + LONGEST_STEP_MS, toMs(target), ...due, ...(look === undefined ? [] : [toMs(look)]));
    await stepTo(parts, times, Math.max(stop, from + SHORTEST_STEP_MS));
  }
}

type Times = ReadonlyMap<string, CaseTime>;
const NOTHING: Times = new Map();

/** Lets time pass in all cases side by side; one that is there already waits for the others. */
async function stepTo(parts: FastForwardParts, times: Times, stop: number): Promise<void> {
  const behind = [...times].filter(([, { now }]) => toMs(now) < stop);
  const steps = behind.map(([caseId, { now }]) =>
    skipTime(parts, workflowIdOf(caseId), Math.max(SHORTEST_STEP_MS, stop - toMs(now))).catch(unlessEnded),
  );
  await Promise.all(steps);
}

async function settledTimes(parts: FastForwardParts, caseIds: readonly string[], known: Times): Promise<Times> {
  const times = new Map<string, CaseTime>();
  for (const caseId of caseIds) {
    const time = known.get(caseId) ?? (await settledTime(parts, caseId));
    if (time !== undefined) times.set(caseId, time);
  }
  return times;
}

async function settledTime({ client }: FastForwardParts, caseId: string): Promise<CaseTime | undefined> {
  try {
    return await client.caseTime(caseId);
  } catch (error) {
    if (error instanceof CaseError && error.code === 'CaseNotFound') return undefined;
    throw error;
  }
}

/** Lets this much time pass for one execution at once, milliseconds; throws {@link CaseError} `TemporalUnavailable` when it does not. */
export async function skipTime(
  { connection, namespace = 'default' }: Pick<FastForwardParts, 'connection' | 'namespace'>,
  workflowId: string,
  ms: number,
): Promise<void> {
  const { workflowService } = connection;
  const id = `step-${process.pid}-${++steps}`;
  const execution = { namespace, workflowExecution: { workflowId } };
  await connection.withDeadline(Date.now() + STEP_BOUND_MS, async () => {
    await workflowService.updateWorkflowExecutionOptions({
      ...execution,
      workflowExecutionOptions: {
        timeSkippingConfig: {
          enabled: true,
          maxSessionSkipCount: 100_000,
          fastForwardConfig: { id, duration: msToTs(ms) },
        },
      },
      updateMask: { paths: ['time_skipping_config'] },
    });
    for (;;) {
      const answer = await workflowService.pollWorkflowExecutionTimeSkipping({ ...execution, fastForwardId: id });
      if (answer.fastForwardPollingResult !== TIMED_OUT)
        return ended(answer.fastForwardPollingResult, answer.failedReason);
    }
  });
}

/** A case may end between the question for its time and the step; the loop finds out. */
function unlessEnded(error: unknown): void {
  if (isGrpcServiceError(error) && Number(error.code) === NOT_FOUND && /completed/.test(error.details)) return;
  throw error;
}

/** An execution that ended, or handed over, before the step was complete has done what was asked: the loop looks where it is. */
function ended(result: number, reason: string): void {
  if (result === COMPLETED || /ended|closed|completed/i.test(reason)) return;
  throw new CaseError('TemporalUnavailable', `The case's time did not pass: ${reason}`);
}
