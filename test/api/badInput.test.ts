import { startApi, type TestApi } from '../support/api/harness.js';
import { ENGINEER } from '../support/api/smallPolicy.js';
import { act, look, openWorld, type World } from '../support/api/world.js';

let api: TestApi;
let world: World;
beforeAll(async () => {
  api = await startApi();
  world = await openWorld(api);
});
afterAll(() => api?.close());

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const accept = { person: ENGINEER, reason: 'Vetted.' };
const paper = {
  paper: 'nda',
  kind: 'nda',
  title: 'NDA',
  textHash: 'a'.repeat(64),
  signers: ['client'],
  from: '2026-08-01',
};

const BAD: [string, string, unknown, number, string][] = [
  ['a wrong type', 'accept-person', { ...accept, reason: 7 }, 400, 'The body: `reason` must be a text.'],
  ['a missing field', 'accept-person', { person: ENGINEER }, 400, 'The body: `reason` is missing.'],
  ['an unknown key', 'accept-person', { ...accept, actor: 'me' }, 400, 'The body `actor` is not known here.'],
  ['no object', 'accept-person', [accept], 400, 'The body must be an object.'],
  [
    'a day that is none',
    'register-paper',
    { ...paper, from: '2026-02-30' },
    400,
    'The body: `from` must be a real day written YYYY-MM-DD.',
  ],
  ['a choice that is none', 'register-paper', { ...paper, kind: 'poem' }, 400, 'The body: `kind` must be one of'],
  [
    'a hash that is none',
    'sign-paper',
    { paper: 'nda', textHash: 'abc' },
    400,
    'The body: `textHash` must be a SHA-256 hash',
  ],
  [
    'a text that is too long',
    'accept-person',
    { ...accept, reason: 'x'.repeat(2001) },
    400,
    '`reason` must be at most 2000 characters long.',
  ],
  ['a blank text', 'accept-person', { ...accept, reason: '  ' }, 400, 'The body: `reason` must not be blank.'],
  ['NUL', 'accept-person', { ...accept, reason: 'a\u0000b' }, 400, 'The body contains control characters'],
  ['a lone surrogate', 'accept-person', { ...accept, reason: 'a\ud800b' }, 400, 'lone surrogates'],
  ['a direction override', 'accept-person', { ...accept, reason: 'a\u202eb' }, 400, 'direction overrides'],
  [
    'odd characters in a form’s keys',
    'submit-evidence',
    { control: 'ON-4', form: { 'a\u0000': 1 } },
    400,
    'control characters',
  ],
  [
    'deep nesting',
    'submit-evidence',
    `{"control":"ON-4","form":{"a":${deep(30)}}}`,
    400,
    'at most 10000 values and 24 levels',
  ],
  ['very deep nesting', 'submit-evidence', `{"control":"ON-4","form":{"a":${deep(100_000)}}}`, 400, 'levels'],
  [
    'prototype tricks',
    'accept-person',
    '{"person":"p","reason":"r","__proto__":{"role":"legal"}}',
    400,
    'The body is not valid JSON.',
  ],
  ['no JSON', 'accept-person', '{"person":', 400, 'The body is not valid JSON.'],
  ['an empty body', 'accept-person', '', 400, 'The body is empty. Send JSON.'],
  [
    '10 MB of text',
    'accept-person',
    { ...accept, reason: 'x'.repeat(10_000_000) },
    413,
    'larger than this address accepts',
  ],
  ['an infinite number', 'record-reading', '{"kpi":"a","value":1e999,"source":"s"}', 400, '`value`'],
  [
    'an account that is none',
    'propose-person',
    { name: 'A', email: 'nobody', employer: 'X', country: 'PL', jobRole: 'y', needs: [] },
    400,
    '`email` must be an e-mail address.',
  ],
];

test.each(BAD)('%s: one clear sentence, and nothing is recorded', async (_what, name, body, status, detail) => {
  const before = (await look(api, world)).head;
  const answer = await api.post(
    `/api/cases/${world.caseId}/commands/${name}`,
    world.tokens['engineering-manager'],
    body,
  );
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body).toMatchObject({ detail: expect.stringContaining(detail), status });
  expect(answer.text.length).toBeLessThan(4_000);
  expect((await look(api, world)).head).toEqual(before);
});

test('a key that looks like one of the engine’s is refused', async () => {
  const answer = await act(api, world, 'legal', 'close-case', { reason: 'x' }, 'clock:1:2');
  expect(answer).toMatchObject({ status: 400, body: { faults: [{ path: 'idempotency-key' }] } });
});

test('documents: empty, too large, and a file name with folders', async () => {
  const upload = (body: Uint8Array, fileName: string) =>
    api.post(`/api/cases/${world.caseId}/documents?fileName=${fileName}`, world.tokens['vendor-contact'], body, {
      'content-type': 'application/pdf',
    });
  expect(await upload(new Uint8Array(0), 'a.pdf')).toMatchObject({ status: 400, body: { code: 'Malformed' } });
  expect(await upload(new Uint8Array(11 * 1024 * 1024), 'a.pdf')).toMatchObject({ status: 413 });
  expect(await upload(new Uint8Array(9), '..%2Fa.pdf')).toMatchObject({
    status: 400,
    body: { faults: [{ path: 'fileName' }] },
  });
  expect(await upload(new Uint8Array(2 * 1024 * 1024), 'a.pdf')).toMatchObject({
    status: 201,
    body: { bytes: 2097152 },
  });
});

test('queries and addresses are checked too', async () => {
  const read = (path: string) => api.get(path, world.tokens.legal);
  expect(await read('/api/cases?limit=0')).toMatchObject({ status: 400, body: { faults: [{ path: 'limit' }] } });
  expect(await read('/api/cases?nonsense=1')).toMatchObject({ status: 400 });
  expect(await read('/api/cases?search=%00')).toMatchObject({ status: 400 });
  expect(await read('/api/cases/..%2F..%2Fetc')).toMatchObject({ status: 400 });
  expect(await read(`/api/cases/${world.caseId}/coverage?person=x&day=2026-13-01`)).toMatchObject({
    status: 400,
    body: { faults: [{ path: 'day' }] },
  });
  expect(await read('/api/cases/%zz')).toMatchObject({ status: 400, body: { code: 'Malformed' } });
  expect(await read(`/api/cases/c-${'0'.repeat(500)}`)).toMatchObject({
    status: expect.any(Number),
    body: { code: expect.any(String) },
  });
  expect(await read('/api/nowhere')).toMatchObject({ status: 404, body: { code: 'NotFound' } });
});
