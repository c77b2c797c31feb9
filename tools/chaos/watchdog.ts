import type { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { workflowIdOf } from '../../client/ids.js';
import { pause } from './pause.js';
import type { Traffic } from './sender.js';

/** A workflow task that failed this often in a row will not succeed by itself. */
const ATTEMPTS_MAX = 10;
const LOOK_EVERY_MS = 5_000;
const NAMESPACE = 'default';

type Service = Pick<Connection, 'workflowService'>;

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

/** How many cases are looked at side by side. */
const AT_ONCE = 8;

/** Cases whose workflow task is still being tried again, or has failed in any of their runs for a reason of its own and not because a worker was gone. */
export async function failingTasks(connection: Service, traffic: Pick<Traffic, 'cases'>): Promise<Map<string, string>> {
  const failing = new Map<string, string>();
  // Shared: each takes the next case.
  const cases = traffic.cases.values();
  const look = async () => {
    for (const { caseId } of cases) {
      const attempts = await attemptsOf(connection, caseId);
      if (attempts >= ATTEMPTS_MAX) failing.set(caseId, triedInVain(attempts));
      const cause = await failureOf(connection, caseId);
      if (cause !== undefined) failing.set(caseId, `a workflow task failed: ${cause}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, look));
  return failing;
}

const triedInVain = (attempts: number): string => `its workflow task failed ${attempts} times in a row`;

async function attemptsOf(connection: Service, caseId: string): Promise<number> {
  const { pendingWorkflowTask } = await connection.workflowService.describeWorkflowExecution({
    namespace: NAMESPACE,
    execution: { workflowId: workflowIdOf(caseId) },
  });
  return pendingWorkflowTask?.attempt ?? 0;
}

const { WorkflowTaskFailedCause } = proto.temporal.api.enums.v1;
/** A run that wanted to end while something arrived is asked again: that is how hand-overs lose nothing. */
const EXPECTED = new Set([WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND]);

/** The first unexpected failure that is met from the last run of a case back to its first: a later attempt, or run, may have got past it. */
async function failureOf(connection: Service, caseId: string): Promise<string | undefined> {
  for (let runId: string | undefined = ''; runId !== undefined; ) {
    const events = await eventsOf(connection, { workflowId: workflowIdOf(caseId), runId });
    const causes = events.flatMap(({ workflowTaskFailedEventAttributes: failed }) =>
      failed ? [failed.cause ?? WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNSPECIFIED] : [],
    );
    const unexpected = causes.find((cause) => !EXPECTED.has(cause));
    if (unexpected !== undefined) return WorkflowTaskFailedCause[unexpected];
    runId = events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  }
  return undefined;
}

/** Every event of one run; of the last when `runId` is empty. */
async function eventsOf({ workflowService }: Service, execution: { workflowId: string; runId: string }) {
  const events: proto.temporal.api.history.v1.IHistoryEvent[] = [];
  for (let nextPageToken: Uint8Array | undefined; ; ) {
    const page = await workflowService.getWorkflowExecutionHistory({ namespace: NAMESPACE, execution, nextPageToken });
    events.push(...(page.history?.events ?? []));
    if (!page.nextPageToken?.length) return events;
    nextPageToken = page.nextPageToken;
  }
}
