import type { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { workflowIdOf } from '../../../client/ids.js';
import { failingTasks } from '../../../tools/chaos/watchdog.js';

const {
  WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR: NON_DETERMINISTIC,
  WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND: UNHANDLED_COMMAND,
} = proto.temporal.api.enums.v1.WorkflowTaskFailedCause;

type Asked = { execution: { workflowId: string; runId: string }; nextPageToken?: Uint8Array };

const failed = (cause: number) => ({ workflowTaskFailedEventAttributes: { cause } });
const startedAfter = (continuedExecutionRunId: string) => ({
  workflowExecutionStartedEventAttributes: { continuedExecutionRunId },
});

/** A server that holds the runs of one case, by id, in pages; the last run is asked for without one. */
function serverWith(runs: Record<string, object[][]>): Pick<Connection, 'workflowService'> {
  const workflowService = {
    describeWorkflowExecution: async () => ({}),
    getWorkflowExecutionHistory: async ({ execution, nextPageToken }: Asked) => {
      expect(execution.workflowId).toBe(workflowIdOf('c-1'));
      const pages = runs[execution.runId] ?? [];
      const page = nextPageToken?.[0] ?? 0;
      return {
        history: { events: pages[page] },
        nextPageToken: page + 1 < pages.length ? new Uint8Array([page + 1]) : new Uint8Array(),
      };
    },
  };
  return { workflowService: workflowService as unknown as Connection['workflowService'] };
}

const traffic = { cases: new Map([[1, { caseId: 'c-1', done: true }]]) };
const found = new Map([['c-1', 'a workflow task failed: WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR']]);

test.each([
  ['the last run', { '': [[startedAfter(''), failed(NON_DETERMINISTIC)]] }],
  [
    'an earlier run',
    { '': [[startedAfter('r-1')]], 'r-1': [[startedAfter('r-0')]], 'r-0': [[failed(NON_DETERMINISTIC)]] },
  ],
  ['a later page', { '': [[startedAfter('')], [failed(NON_DETERMINISTIC)]] }],
  ['a run after an expected one', { '': [[failed(UNHANDLED_COMMAND), failed(NON_DETERMINISTIC)]] }],
])('a workflow task that failed in %s is found', async (_where, runs) => {
  expect(await failingTasks(serverWith(runs), traffic)).toEqual(found);
});

test('a run that wanted to end while something arrived is none that fails', async () => {
  expect(await failingTasks(serverWith({ '': [[startedAfter(''), failed(UNHANDLED_COMMAND)]] }), traffic)).toEqual(
    new Map(),
  );
});
