import { ServiceError, WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { replyOf } from '../../client/replies.js';
import { RetryBudget } from '../../client/retryBudget.js';

const failed = (type: string) =>
  new WorkflowUpdateFailedError('failed', ApplicationFailure.create({ type, message: type, nonRetryable: true }));
const grpc = (code: number, details = '') =>
  new ServiceError('failed', { cause: Object.assign(new Error(`${code} ${details}`), { code, details }) });

test.each([
  ['a run that hands over', failed('CaseRollingOver'), 'again'],
  ['a run that ended with the update in hand', failed('AcceptedUpdateCompletedWorkflow'), 'again'],
  ['a server that says closing', grpc(8, 'workflow operation can not be applied because workflow is closing'), 'again'],
  ['a server that is too busy', grpc(8, 'namespace rate limit exceeded'), 'away'],
  ['a run without a task yet', grpc(9, 'Workflow task is not scheduled yet.'), 'again'],
  ['any other failure of the update', failed('Internal'), 'anew'],
  ['no answer in time', new WorkflowUpdateRPCTimeoutOrCancelledError('late'), 'away'],
  ['no server', grpc(14), 'away'],
  ['no run', new WorkflowNotFoundError('gone', 'case-1', undefined), 'absent'],
  ['a case in quarantine', failed('CaseQuarantined'), 'quarantined'],
  ['a defect of ours', new TypeError('x'), 'unknown'],
])('%s means: %s', (_, error, kind) => {
  expect(replyOf(error).kind).toBe(kind);
});

const up = { ping: async () => undefined };
const down = { ping: () => Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })) };

test('a retry budget ends in the name of what is away', async () => {
  await expect(new RetryBudget(0, up).after(grpc(14))).rejects.toMatchObject({ code: 'TemporalUnavailable' });
  await expect(new RetryBudget(0, down).after(grpc(4))).rejects.toMatchObject({ code: 'DatabaseUnavailable' });
  await expect(new RetryBudget(0, up).after(failed('CaseRollingOver'))).rejects.toMatchObject({
    code: 'CaseRollingOver',
  });
});

test('a try that failed for good is followed by one under another update id', async () => {
  const budget = new RetryBudget(5_000, up);
  expect(await budget.after(failed('Internal'))).toBe('again');
  expect(await budget.after(failed('CaseRollingOver'))).toBe('again');
  expect(budget.tried).toBe(1);
});

test('only after some absences is a case taken to have no run', async () => {
  const budget = new RetryBudget(5_000, up);
  const gone = new WorkflowNotFoundError('gone', 'case-1', undefined);
  const said: string[] = [];
  for (let i = 0; i < 4; i++) said.push(await budget.after(gone));
  expect(said).toEqual(['again', 'again', 'again', 'absent']);
});
