import { createGitHubProvider } from '../../../providers/access/github/provider.js';
import type { WhileAllowed } from '../../../providers/access/port.js';
import { type Answer, failureOf, type Stub, startStub } from '../../support/providers/stub.js';

const held: WhileAllowed = (send) => send();

const TOKEN = 'ghp_SECRETsecret';
const resource = 'acme/scoring';
const target = { resource, account: 'Ana-Dev' };
const repo = '/repos/acme/scoring';
const permissionOf = (login: string) => `GET ${repo}/collaborators/${login}/permission`;
const noInvitations = { status: 200, json: [] };

let stub: Stub;
afterEach(() => stub.close());

async function given(answers: Record<string, Answer>, timeoutMs?: number) {
  stub = await startStub(answers);
  return createGitHubProvider({ baseUrl: stub.url, token: TOKEN, throttle: false, timeoutMs });
}

const body = { message: `Ana-Dev may not, says ${TOKEN}` };
const inAnHour = () => String(Math.floor(Date.now() / 1000) + 3600);
const slower = 'GitHub asks for fewer requests.';
const unavailable = 'GitHub could not be reached, or did not answer in time.';
const refused = (message: string) => ({ code: 'ProviderRefused', message });
const limited = (retryAfterMs: number) => ({ code: 'ProviderRateLimited', message: slower, retryAfterMs });
const away = (message = unavailable) => ({ code: 'ProviderUnavailable', message });
const unreadable = { code: 'ProviderAnswerUnreadable', message: 'GitHub gave an answer of another shape.' };
test.each<[string, Answer, object]>([
  ['401', { status: 401, json: body }, refused('GitHub does not accept the token (HTTP 401).')],
  ['403', { status: 403, json: body }, refused('The token is not allowed to do this on the repository (HTTP 403).')],
  ['422', { status: 422, json: body }, refused('GitHub refuses the request as it stands (HTTP 422).')],
  ['410', { status: 410, json: body }, refused('GitHub refuses the request (HTTP 410).')],
  ['429', { status: 429, json: body, headers: { 'retry-after': '7' } }, limited(7_000)],
  ['429 alone', { status: 429, json: body }, limited(60_000)],
  ['403 with retry-after', { status: 403, json: body, headers: { 'retry-after': '30' } }, limited(30_000)],
  [
    'a secondary limit',
    { status: 403, json: { message: 'You have exceeded a secondary rate limit' } },
    limited(60_000),
  ],
  ['500', { status: 500, json: body }, away('GitHub is not able to answer (HTTP 500).')],
  ['502 in HTML', { status: 502, text: '<h1>bad gateway</h1>' }, away('GitHub is not able to answer (HTTP 502).')],
  ['a dropped connection', 'drop', away()],
  ['an answer that breaks off', 'break off', away()],
  ['another shape', { status: 200, json: { rights: 'all' } }, unreadable],
  ['a list', { status: 200, json: [] }, unreadable],
  ['a sign-in page', { status: 200, text: '<html>sign in</html>' }, unreadable],
])('given %s, when observed, then one code and a sentence without names', async (_, answer, failure) => {
  const provider = await given({ [`GET ${repo}/invitations`]: noInvitations, [permissionOf('Ana-Dev')]: answer });
  expect(await failureOf(provider.observe(target))).toEqual({ retryAfterMs: undefined, ...failure });
  expect(stub.asked).toHaveLength(2);
});

test('given the hourly limit is used up, when observed, then the wait reaches to its reset', async () => {
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inAnHour() };
  const provider = await given({ [`GET ${repo}/invitations`]: { status: 403, json: body, headers } });
  const failure = await failureOf(provider.observe(target));
  expect(failure.code).toBe('ProviderRateLimited');
  expect(failure.retryAfterMs).toBeGreaterThan(3_590_000);
  expect(failure.retryAfterMs).toBeLessThanOrEqual(3_600_000);
});

test('given an answer that never comes, when observed, then unavailable within the bound', async () => {
  const provider = await given({ [`GET ${repo}/invitations`]: 'never' }, 50);
  expect(await failureOf(provider.observe(target))).toEqual({
    code: 'ProviderUnavailable',
    message: unavailable,
    retryAfterMs: undefined,
  });
});

test('given pages without end, when listed, then unreadable', async () => {
  const endless = { status: 200, json: [], headers: { link: '<x>; rel="next"' } };
  const provider = await given({ [`GET ${repo}/invitations`]: endless });
  expect((await failureOf(provider.list(resource))).code).toBe('ProviderAnswerUnreadable');
  expect(stub.asked).toHaveLength(100);
});

test.each([
  [{ resource: 'acme', account: 'ana' }, 'push'],
  [{ resource: 'acme/..', account: 'ana' }, 'push'],
  [{ resource: 'acme/a/b', account: 'ana' }, 'push'],
  [{ resource, account: '../admin' }, 'push'],
  [{ resource, account: '-ana' }, 'push'],
  [{ resource, account: 'a'.repeat(40) }, 'push'],
  [{ resource, account: 'ana dev' }, 'push'],
  [{ resource, account: 'аna' }, 'push'],
  [{ resource, account: 'ana' }, 'owner'],
  [{ resource, account: 'ana' }, '__proto__'],
])('given %j and %s, when opened, then refused before any request', async (wrong, word) => {
  const provider = await given({});
  expect((await failureOf(provider.open(wrong, word, held))).code).toBe('ProviderRefused');
  expect(stub.asked).toEqual([]);
});

test('given an address without TLS on another host, when created, then refused', async () => {
  stub = await startStub({});
  const create = () => createGitHubProvider({ baseUrl: 'http://github.example/api/v3', token: TOKEN });
  expect(create).toThrow('The address of GitHub must start with https://, unless the host is this machine.');
});
