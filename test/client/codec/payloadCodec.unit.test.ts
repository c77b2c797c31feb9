import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { payloadKeysOf } from '../../../client/codec/keyring.js';
import { createPayloadCodec, refusing } from '../../../client/codec/payloadCodec.js';

const OLD = { id: '2026-03', key: Buffer.alloc(32, 3) };
const NEW = { id: '2026-09', key: Buffer.alloc(32, 9) };
const OF_ONE = { type: 'workflow', namespace: 'default', workflowId: 'case-1' } as const;
const plain = (value: unknown): Payload => defaultPayloadConverter.toPayload(value);
const textOf = ({ data }: Payload) => Buffer.from(data ?? new Uint8Array()).toString('latin1');
const read = (payload: Payload = {}) => defaultPayloadConverter.fromPayload(payload);

test('given a key, when a payload is encoded, then nothing of it is in clear and it decodes to the same value', async () => {
  const codec = createPayloadCodec([NEW]);
  const [sealed, again] = await codec.encode([plain({ vendor: 'Bałtyk AI' }), plain({ vendor: 'Bałtyk AI' })]);
  expect(textOf(sealed ?? {})).not.toMatch(/vendor|json\/plain/);
  expect(Object.fromEntries(Object.entries(sealed?.metadata ?? {}).map(([k, v]) => [k, String(v)]))).toEqual({
    encoding: 'binary/encrypted',
    'encryption-cipher': 'AES-256-GCM',
    'encryption-key-id': '2026-09',
    'encryption-workflow-id': '',
  });
  expect(textOf(sealed ?? {})).not.toBe(textOf(again ?? {}));
  const [opened] = await codec.decode(sealed === undefined ? [] : [sealed]);
  expect(read(opened)).toEqual({ vendor: 'Bałtyk AI' });
});

test('given rotated keys, then the first encodes, and older payloads decode', async () => {
  const [old] = await createPayloadCodec([OLD]).encode([plain('old')]);
  const rotated = createPayloadCodec([NEW, OLD]);
  const [fresh] = await rotated.encode([plain('new')]);
  expect(String(fresh?.metadata?.['encryption-key-id'])).toBe('2026-09');
  const values = await rotated.decode([old ?? {}, fresh ?? {}]);
  expect(values.map((one) => read(one))).toEqual(['old', 'new']);
});

test('given a key, then a payload in clear and one of another workflow are refused; without a workflow any is read', async () => {
  const codec = createPayloadCodec([NEW]);
  await expect(codec.decode([plain('clear')])).rejects.toMatchObject({ code: 'PayloadInClear' });
  const [sealed = {}] = await codec.encode([plain('of one')], OF_ONE);
  expect((await codec.decode([sealed], OF_ONE)).map((one) => read(one))).toEqual(['of one']);
  expect((await codec.decode([sealed])).map((one) => read(one))).toEqual(['of one']);
  const elsewhere = { ...OF_ONE, workflowId: 'case-2' };
  await expect(codec.decode([sealed], elsewhere)).rejects.toMatchObject({ code: 'PayloadUnreadable' });
  const relabelled = { ...sealed, metadata: { ...sealed.metadata, 'encryption-workflow-id': Buffer.from('case-2') } };
  await expect(codec.decode([relabelled], elsewhere)).rejects.toMatchObject({ code: 'PayloadUnreadable' });
});

test('for workers, what cannot be read becomes a payload that no converter takes, and its neighbours are read', async () => {
  const codec = refusing(createPayloadCodec([NEW]));
  const [sealed = {}] = await codec.encode([plain('mine')], OF_ONE);
  const [clear, mine] = await codec.decode([plain('clear'), sealed], OF_ONE);
  expect(read(mine)).toBe('mine');
  expect(() => read(clear)).toThrow(/Unknown encoding: .* was not encrypted with a key in PAYLOAD_KEYS/);
});

test('a key that was dropped too early, another key of the same name and a changed byte are told, never read as nothing', async () => {
  const [sealed = {}] = await createPayloadCodec([OLD]).encode([plain('old')]);
  await expect(createPayloadCodec([NEW]).decode([sealed])).rejects.toMatchObject({
    code: 'PayloadKeyMissing',
    message:
      'The workflow engine keeps data under the key "2026-03", which is not in PAYLOAD_KEYS; put it back, at the end of the list.',
  });
  await expect(createPayloadCodec([]).decode([sealed])).rejects.toMatchObject({ code: 'PayloadKeyMissing' });
  const unreadable = { code: 'PayloadUnreadable' };
  await expect(createPayloadCodec([{ ...NEW, id: OLD.id }]).decode([sealed])).rejects.toMatchObject(unreadable);
  const bytes = Buffer.from(sealed.data ?? new Uint8Array());
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  await expect(createPayloadCodec([OLD]).decode([{ ...sealed, data: bytes }])).rejects.toMatchObject(unreadable);
  await expect(createPayloadCodec([OLD]).decode([{ ...sealed, data: Buffer.alloc(3) }])).rejects.toMatchObject(
    unreadable,
  );
});

test('without keys payloads stay as they are', async () => {
  const payload = plain('clear');
  expect(await createPayloadCodec([]).encode([payload])).toEqual([payload]);
});

test('keys are read in their order; a key that is short, nameless or named twice is none', () => {
  const hex = 'ab'.repeat(32);
  expect(payloadKeysOf(`new:${hex}, old:${'cd'.repeat(32)}`)).toEqual([
    { id: 'new', key: Buffer.from(hex, 'hex') },
    { id: 'old', key: Buffer.from('cd'.repeat(32), 'hex') },
  ]);
  expect(payloadKeysOf('none')).toEqual([]);
  for (const wrong of ['', 'abc', `:${hex}`, `a:${hex},a:${hex}`, `a:${hex.slice(2)}`, `a:${hex},`])
    expect(payloadKeysOf(wrong)).toBeUndefined();
});
