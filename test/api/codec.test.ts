import { defaultPayloadConverter } from '@temporalio/common';
import { createPayloadCodec } from '../../client/codec/payloadCodec.js';
import { startApi, type TestApi } from '../support/api/harness.js';

const UI = 'https://temporal.client.example';
const KEY = { id: '2026-09', key: Buffer.alloc(32, 9) };
const b64 = (text: string) => Buffer.from(text).toString('base64');
const plain = { metadata: { encoding: b64('json/plain') }, data: b64('{"vendor":"Bałtyk AI"}') };

let api: TestApi;
let operator: string;
beforeAll(async () => {
  api = await startApi({ codecUiOrigin: UI }, undefined, { codec: createPayloadCodec([KEY]) });
  operator = await api.tokenFor('operator', 'olga@client.example');
});
afterAll(() => api.close());

test('given payloads of the engine, when an operator asks, then they are decrypted, and encrypted again', async () => {
  const sealed = await api.post('/api/codec/encode', operator, { payloads: [plain] });
  expect(sealed).toMatchObject({
    status: 200,
    body: { payloads: [{ metadata: { encoding: b64('binary/encrypted'), 'encryption-key-id': b64(KEY.id) } }] },
  });
  expect(sealed.text).not.toContain(plain.data);
  const opened = await api.post('/api/codec/decode', operator, sealed.body);
  expect(opened).toMatchObject({ status: 200, body: { payloads: [plain] } });
  expect(opened.headers['cache-control']).toBe('no-store');
});

test('nobody but an operator is answered, and a key that is missing is named', async () => {
  const auditor = await api.tokenFor('compliance', 'carla@client.example');
  expect(await api.post('/api/codec/decode', undefined, { payloads: [] })).toMatchObject({ status: 401 });
  expect(await api.post('/api/codec/decode', auditor, { payloads: [] })).toMatchObject({ status: 403 });
  const foreign = createPayloadCodec([{ id: 'dropped', key: Buffer.alloc(32, 1) }]);
  const [sealed] = await foreign.encode([defaultPayloadConverter.toPayload(1)]);
  const metadata = { encoding: b64('binary/encrypted'), 'encryption-key-id': b64('dropped') };
  const payloads = [{ metadata, data: Buffer.from(sealed?.data ?? []).toString('base64') }];
  expect(await api.post('/api/codec/decode', operator, { payloads })).toMatchObject({
    status: 503,
    body: { code: 'PayloadKeyMissing', detail: expect.stringContaining('"dropped"') },
  });
});

test('a browser is let in from the one page that is configured, refusals included, and from no other', async () => {
  const asked = (origin: string) =>
    api.send('/api/codec/decode', undefined, { method: 'OPTIONS', headers: { origin } });
  const page = await asked(UI);
  expect([page.status, page.headers['access-control-allow-origin']]).toEqual([204, UI]);
  expect(page.headers['access-control-allow-headers']).toBe('authorization, content-type, x-namespace');
  const refused = await api.post('/api/codec/decode', undefined, { payloads: [] }, { origin: UI });
  expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([401, UI]);
  const other = await asked('https://elsewhere.example');
  expect([other.status, other.headers['access-control-allow-origin']]).toEqual([403, undefined]);
});

test('without a codec, and without a page, there is no way in', async () => {
  const bare = await startApi();
  const token = await bare.tokenFor('operator', 'olga@client.example');
  expect(await bare.post('/api/codec/decode', token, { payloads: [] })).toMatchObject({ status: 404 });
  await bare.close();
  const pageless = await startApi({}, undefined, { codec: createPayloadCodec([KEY]) });
  const preflight = await pageless.send('/api/codec/decode', undefined, { method: 'OPTIONS', headers: { origin: UI } });
  expect([preflight.status, preflight.headers['access-control-allow-origin']]).toEqual([404, undefined]);
  await pageless.close();
});
