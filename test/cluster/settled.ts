import type { Connection } from '@temporalio/client';
import { workflowIdOf } from '../../client/ids.js';
import type { Store } from '../../store/contract.js';

/** Where a case is not at rest yet; empty when it is. */
export async function unrestIn(
  { connection, namespace }: { connection: Connection; namespace: string },
  store: Store,
  caseId: string,
): Promise<string[]> {
  const state = (await store.cases.get(caseId))?.state;
  if (state === undefined) return ['it has no state'];
  const run = await connection.workflowService.describeWorkflowExecution({
    namespace,
    execution: { workflowId: workflowIdOf(caseId) },
  });
  const leases = Object.values(state.leases).filter(({ want, seen }) => want !== seen);
  const letters = Object.values(state.letters);
  return [
    ...leases.map(
      ({ want, seen, lastError }) => `access is wanted ${want} and seen ${seen} (${lastError ?? 'no error'})`,
    ),
    ...(letters.length > 0 ? [`${letters.length} letters are not delivered`] : []),
    ...(run.pendingActivities ?? []).map(
      ({ activityType, attempt }) => `${activityType?.name} runs, attempt ${attempt}`,
    ),
    ...(run.pendingWorkflowTask ? [`a workflow task is pending, attempt ${run.pendingWorkflowTask.attempt}`] : []),
  ];
}

/** What the engine says of all runs together: none may have ended by itself, and no workflow task may have failed. */
export async function engineFaults(
  { connection, namespace }: { connection: Connection; namespace: string },
  caseIds: string[],
): Promise<{ faults: string[]; timedOutTasks: number }> {
  const { workflowService } = connection;
  const query = "ExecutionStatus IN ('Failed', 'Terminated', 'TimedOut', 'Canceled')";
  const ended = Number((await workflowService.countWorkflowExecutions({ namespace, query })).count);
  let failed = 0;
  let timedOutTasks = 0;
  for (const caseId of caseIds) {
    const { history } = await workflowService.getWorkflowExecutionHistory({
      namespace,
      execution: { workflowId: workflowIdOf(caseId) },
    });
    for (const event of history?.events ?? []) {
      if (event.workflowTaskFailedEventAttributes) failed += 1;
      if (event.workflowTaskTimedOutEventAttributes) timedOutTasks += 1;
    }
  }
  return {
    faults: [
      ...(ended > 0 ? [`${ended} runs ended by themselves`] : []),
      ...(failed > 0 ? [`${failed} workflow tasks failed`] : []),
    ],
    timedOutTasks,
  };
}
