import { createHmac } from 'node:crypto';
import { createGithubHook } from '../../workers/githubHook.js';
import { startApi, type TestApi } from '../support/api/harness.js';
import { waitUntil } from '../support/real/waitUntil.js';

const SECRET = 'a secret of the webhook';
const place = (placeId: string, provider = 'github') => ({
  ...{ provider, placeId, everyHours: 24, since: '2026-09-01T08:00:00.000Z' },
});
const looked: string[] = [];
let api: TestApi;
beforeAll(async () => {
  const github = createGithubHook({
    secret: SECRET,
    places: { watched: async () => [place('7'), place('8'), place('7', 'postgres')] },
    looks: { soon: async ({ provider, placeId }) => looked.push(`${provider} ${placeId}`) > 0 },
    onTrouble: (kind) => looked.push(kind),
  });
  api = await startApi({}, undefined, { hooks: { github } });
});
afterAll(() => api.close());
beforeEach(() => {
  looked.length = 0;
});

const signed = (body: string, secret = SECRET) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** A delivery of GitHub; the signature is over its bytes unless another one is given. */
const deliver = (event: string, body: string, signature = signed(body), to = 'github') =>
  api.send(`/api/hooks/${to}`, undefined, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-github-event': event, 'x-hub-signature-256': signature },
    body,
  });
const about = (id: number) => JSON.stringify({ action: 'added', repository: { id, full_name: 'acme/search' } });

test('given a signed delivery about one repository, however often it comes, then that place is looked at once, and no other', async () => {
  const answers = await Promise.all([about(7), about(7), about(7)].map((body) => deliver('member', body)));
  expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
    Array.from({ length: 3 }, () => ({ status: 202, body: { taken: true } })),
  );
  await waitUntil('the look', async () => looked.length > 0);
  expect(looked).toEqual(['github 7']);
});

test('given a change of a team, which names no repository, then every place of the provider is looked at', async () => {
  expect(await deliver('membership', '{"action":"removed"}')).toMatchObject({ status: 202 });
  await waitUntil('the looks', async () => looked.length === 2);
  expect(looked).toEqual(['github 7', 'github 8']);
});

test('given what changes nobody’s access, what nobody can read, or a repository that no case has, then nothing is looked at', async () => {
  expect(await deliver('push', about(7))).toMatchObject({ status: 202 });
  expect(await deliver('member', '{"repository":{"id":"7; drop"}}')).toMatchObject({ status: 202 });
  expect(await deliver('member', 'no JSON')).toMatchObject({ status: 202 });
  expect(await deliver('member', about(99))).toMatchObject({ status: 202 });
  await deliver('member', about(8));
  await waitUntil('a later look', async () => looked.length > 0);
  expect(looked).toEqual(['github 8']);
});

test.each([
  ['with another secret', signed(about(7), 'another secret here')],
  ['of other bytes', signed(`${about(7)} `)],
  ['of another kind', 'sha1=0000'],
  ['that is not there', ''],
])('given a signature %s, then it is refused', async (_what, signature) => {
  expect(await deliver('member', about(7), signature)).toMatchObject({
    status: 401,
    body: { code: 'Unauthenticated', detail: 'The delivery is not signed with our secret.' },
  });
});

test('given a provider that nobody listens to, or a word that every object has, then there is nothing', async () => {
  for (const to of ['scim', 'constructor'])
    expect(await deliver('member', about(7), signed(about(7)), to)).toMatchObject({ status: 404 });
});
