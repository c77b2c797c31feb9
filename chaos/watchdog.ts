import type { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { workflowIdOf } from '../client/ids.js';
import { pause } from './pause.js';
import type { Traffic } from './sender.js';

/** A workflow task that failed this often in a row will not succeed by itself. */
const ATTEMPTS_MAX = 10;
const LOOK_EVERY_MS = 5_000;
const NAMESPACE = 'default';

/** What the watchdog saw while processes were dying. */
export type Watched = {
  /** The most attempts that a workflow task needed; 1 is none in vain. */
  attempts: number;
  /** Cases whose workflow task was tried too often, with a sentence. */
  stuck: Map<string, string>;
};

/** Looks every few seconds at the workflow tasks of cases that are being played, until `over`; while Temporal is away it sees nothing. */
export async function watchTasks(connection: Connection, traffic: Traffic, over: AbortSignal): Promise<Watched> {
  const watched: Watched = { attempts: 1, stuck: new Map() };
  while (await pause(LOOK_EVERY_MS, over))
    for (const { caseId, done } of traffic.cases.values()) {
      if (done) continue;
      const attempts = await attemptsOf(connection, caseId).catch(() => 0);
      watched.attempts = Math.max(watched.attempts, attempts);
      if (attempts >= ATTEMPTS_MAX) watched.stuck.set(caseId, triedInVain(attempts));
    }
  return watched;
}

/** Cases whose workflow task is still being tried again, or has failed for a reason of its own and not because a worker was gone. */
export async function failingTasks(connection: Connection, traffic: Traffic): Promise<Map<string, string>> {
  const failing = new Map<string, string>();
  for (const { caseId } of traffic.cases.values()) {
    const attempts = await attemptsOf(connection, caseId);
    if (attempts >= ATTEMPTS_MAX) failing.set(caseId, triedInVain(attempts));
    const cause = await failureOf(connection, caseId);
    if (cause !== undefined) failing.set(caseId, `a workflow task failed: ${cause}`);
  }
  return failing;
}

const triedInVain = (attempts: number): string => `its workflow task failed ${attempts} times in a row`;

async function attemptsOf(connection: Connection, caseId: string): Promise<number> {
  const { pendingWorkflowTask } = await connection.workflowService.describeWorkflowExecution({
    namespace: NAMESPACE,
    execution: { workflowId: workflowIdOf(caseId) },
  });
  return pendingWorkflowTask?.attempt ?? 0;
}

const { WorkflowTaskFailedCause } = proto.temporal.api.enums.v1;
/** A run that wanted to end while something arrived is asked again: that is how hand-overs lose nothing. */
const EXPECTED = new Set([WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND]);

async function failureOf(connection: Connection, caseId: string): Promise<string | undefined> {
  const { history } = await connection.workflowService.getWorkflowExecutionHistory({
    namespace: NAMESPACE,
    execution: { workflowId: workflowIdOf(caseId) },
  });
  const causes = (history?.events ?? []).flatMap(({ workflowTaskFailedEventAttributes: failed }) =>
    failed ? [failed.cause ?? WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNSPECIFIED] : [],
  );
  const unexpected = causes.find((cause) => !EXPECTED.has(cause));
  return unexpected === undefined ? undefined : WorkflowTaskFailedCause[unexpected];
}
