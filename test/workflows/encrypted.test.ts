import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { createPayloadCodec } from '../../client/codec/payloadCodec.js';
import { workflowIdOf } from '../../client/ids.js';
import { waitUntil } from '../support/real/waitUntil.js';
import { closeCase, openCase, PROCUREMENT, registerPaper } from '../support/workflows/scene.js';
import { startWorld, type World } from '../support/workflows/world.js';

const OLD = { id: '2026-03', key: Buffer.alloc(32, 3) };
const NEW = { id: '2026-09', key: Buffer.alloc(32, 9) };
const BEFORE = createPayloadCodec([OLD]);
const ROTATED = createPayloadCodec([NEW, OLD]);
const DROPPED = createPayloadCodec([NEW]);

let world: World;
beforeAll(async () => {
  // Runs hand over soon, so that the state that is carried along is looked at as well.
  world = await startWorld({ rolloverEvents: 40 });
});
afterAll(() => world.end());

/** The raw histories of all runs of a case, as the server keeps them. */
async function historyOf(caseId: string): Promise<string> {
  const { workflowService } = world.connection;
  const workflowId = workflowIdOf(caseId);
  const query = `WorkflowId = '${workflowId}'`;
  const { executions } = await workflowService.listWorkflowExecutions({ namespace: 'default', query });
  const runs = await Promise.all(
    executions.map(({ execution }) =>
      workflowService.getWorkflowExecutionHistory({ namespace: 'default', execution, maximumPageSize: 1_000 }),
    ),
  );
  // Bytes are written in base 64: each text is looked at both ways.
  const both = (_: string, value: unknown) =>
    typeof value === 'string' ? `${value} ${Buffer.from(value, 'base64').toString('latin1')}` : value;
  return runs.map(({ history }) => JSON.stringify(history, both)).join('\n');
}

/** What people wrote or who they are, in the raw histories. */
const foundIn = (raw: string) => WORDS.filter((word) => raw.includes(word));

const WORDS = ['Claims assistant', 'A paper', 'The work is done.', 'p-procurement', 'p-contact'];

test('given keys, when a case is opened, worked and handed over, then nothing that people wrote is in what the engine keeps', async () => {
  const caseId = world.caseId();
  const client = world.clientWith({ codec: BEFORE });
  const worker = await world.worker({ codec: BEFORE });
  await client.openCase(caseId, openCase());
  const first = (await client.describe(caseId)).runId;
  for (let n = 1; (await client.describe(caseId)).runId === first; n++) {
    expect(await client.send(caseId, registerPaper(`paper-${n}`))).toMatchObject({ status: 'recorded' });
  }
  await client.send(caseId, closeCase());
  await waitUntil('the case to end', async () => (await world.store.cases.get(caseId))?.state.status === 'closed');
  await worker.shutdown();
  const raw = await historyOf(caseId);
  expect(raw.split('CONTINUED_AS_NEW').length).toBeGreaterThan(1);
  expect([raw.includes('binary/encrypted'), foundIn(raw)]).toEqual([true, []]);
  expect(await world.rows(caseId)).toContainEqual(
    expect.objectContaining({ actor: expect.objectContaining({ personId: PROCUREMENT.personId }) }),
  );
});

test('without keys the same words are found, so that the look above is worth something', async () => {
  const caseId = world.caseId();
  const worker = await world.worker();
  await world.client.openCase(caseId, openCase());
  await worker.shutdown();
  await waitUntil('the words to be found', async () => foundIn(await historyOf(caseId)).length === 3);
});

/** Sends a command to a case as somebody does who reaches the engine and has no key of ours. */
async function sendPastTheApi(caseId: string, payload: Payload): Promise<string> {
  const { outcome } = await world.connection.workflowService.updateWorkflowExecution({
    namespace: 'default',
    workflowExecution: { workflowId: workflowIdOf(caseId) },
    waitPolicy: { lifecycleStage: 3 },
    request: { meta: { updateId: randomUUID() }, input: { name: 'command', args: { payloads: [payload] } } },
  });
  return outcome?.failure?.message ?? 'it was taken';
}

test('given keys, when somebody without one sends a command past the API, then it is refused, and the case takes those of the API', async () => {
  const caseId = world.caseId();
  const other = world.caseId();
  const client = world.clientWith({ codec: BEFORE });
  const worker = await world.worker({ codec: BEFORE });
  await client.openCase(caseId, openCase());
  await client.openCase(other, openCase());
  const envelope = registerPaper('forged');
  expect(await sendPastTheApi(caseId, defaultPayloadConverter.toPayload(envelope))).toContain('was not encrypted');
  const of = (id: string) => ({ type: 'workflow', namespace: 'default', workflowId: workflowIdOf(id) }) as const;
  const [copied = {}] = await BEFORE.encode([defaultPayloadConverter.toPayload(envelope)], of(other));
  expect(await sendPastTheApi(caseId, copied)).toContain('belongs to another case');
  const [own = {}] = await BEFORE.encode([defaultPayloadConverter.toPayload(envelope)], of(caseId));
  expect(await client.send(caseId, registerPaper('own'))).toMatchObject({ status: 'recorded' });
  expect((await world.rows(caseId)).filter(({ event }) => event.type === 'PaperDrafted')).toHaveLength(1);
  expect(await sendPastTheApi(caseId, own)).toBe('it was taken');
  await worker.shutdown();
});

test('given a case under the old key, when keys are rotated, then it goes on; without its key it waits, and goes on when the key is back', async () => {
  const caseId = world.caseId();
  const before = await world.worker({ codec: BEFORE });
  // Of a task that is late, the history keeps that and not why it failed.
  await world.clientWith({ codec: BEFORE, workflowTaskTimeoutMs: 10_000 }).openCase(caseId, openCase());
  await before.shutdown();

  const rotated = await world.worker({ codec: ROTATED });
  const client = world.clientWith({ codec: ROTATED });
  expect(await client.send(caseId, registerPaper('rotated'))).toMatchObject({ status: 'recorded' });
  await rotated.shutdown();
  expect(/2026-03[\s\S]*2026-09/.test(await historyOf(caseId))).toBe(true);

  const early = await world.worker({ codec: DROPPED });
  const told = world.clientWith({ codec: DROPPED, waitMs: 2_000 }).send(caseId, registerPaper('too-early'));
  await expect(told).rejects.toMatchObject({ code: 'TemporalUnavailable' });
  await waitUntil('the failed task to name the key', async () =>
    (await historyOf(caseId)).includes('which is not in PAYLOAD_KEYS; put it back'),
  );
  await early.shutdown();

  await world.worker({ codec: ROTATED });
  expect(await client.send(caseId, registerPaper('back'))).toMatchObject({ status: 'recorded' });
});
