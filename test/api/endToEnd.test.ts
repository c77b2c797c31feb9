import { createHash, randomUUID } from 'node:crypto';
import { providersOf } from '../../providers/access/registry.js';
import { startApi, type TestApi } from '../support/api/harness.js';
import { memoryProvider } from '../support/api/memoryProvider.js';
import { ENGINEER } from '../support/api/smallPolicy.js';
import { act, look, openWorld, upload, type World } from '../support/api/world.js';
import { waitUntil } from '../support/real/waitUntil.js';
import { type World as Engine, startWorld } from '../support/workflows/world.js';

let engine: Engine;
let api: TestApi;
let world: World;
beforeAll(async () => {
  engine = await startWorld();
  await engine.worker({ providers: providersOf(memoryProvider()), virtualTime: false });
  api = await startApi({}, { store: engine.store, client: engine.client });
  world = await openWorld(api, 'On a real server');
});
afterAll(async () => {
  await api?.close();
  await engine?.end();
});

test('an act goes through Temporal into the ledger, once per key, also when many are sent at once', async () => {
  const key = randomUUID();
  const body = { person: ENGINEER, reason: 'Vetted.' };
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => act(api, world, 'engineering-manager', 'accept-person', body, key)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  const accepted = (await engine.rows(world.caseId)).filter(({ event }) => event.type === 'PersonAccepted');
  expect(accepted).toHaveLength(1);
});

test('a refusal is recorded and answered with its receipt', async () => {
  const answer = await act(api, world, 'legal', 'accept-person', { person: ENGINEER, reason: 'I like her.' });
  expect(answer).toMatchObject({ status: 403, body: { code: 'NotYourRole', receipt: { seq: expect.any(Number) } } });
});

test('an upload is signed, comes into force, and the report counts it', async () => {
  const textHash = await upload(api, world, 'Mutual NDA.');
  expect(textHash).toBe(createHash('sha256').update('Mutual NDA.').digest('hex'));
  const paper = {
    paper: 'nda',
    kind: 'nda',
    title: 'Mutual NDA',
    textHash,
    signers: ['client', 'vendor'],
    from: '2026-01-01',
  };
  for (const [who, name, body] of [
    ['vendor-contact', 'register-paper', paper],
    ['vendor-contact', 'send-paper', { paper: 'nda' }],
    ['vendor-contact', 'sign-paper', { paper: 'nda', textHash }],
    ['legal', 'sign-paper', { paper: 'nda', textHash }],
  ] as const)
    expect(
      await act(api, world, who, name, { ...body, ...('signers' in body && { signers: [...body.signers] }) }),
    ).toMatchObject({ status: 200 });
  await waitUntil('the paper to be in force', async () => (await look(api, world)).papers[0]?.state === 'in-force');
  const report = await api.get(`/api/cases/${world.caseId}/report`, world.tokens.compliance);
  expect(report).toMatchObject({
    status: 200,
    body: { papers: [{ id: 'nda', state: 'in-force' }], ledger: { verification: { ok: true, stateMatches: true } } },
  });
});

test('a closed case is ready to be read and takes nothing more', async () => {
  expect((await api.get('/readyz')).status).toBe(200);
  const closed = await act(api, world, 'procurement', 'close-case', { reason: 'The need is gone.' });
  expect(closed).toMatchObject({ status: 200 });
  await waitUntil('the case to be closed', async () => (await look(api, world)).status === 'closed');
  expect(await act(api, world, 'legal', 'accept-person', { person: ENGINEER, reason: 'Late.' })).toMatchObject({
    status: 409,
    body: { code: 'CaseClosed' },
  });
});
