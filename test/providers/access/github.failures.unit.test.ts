import { createGitHubProvider } from '../../../providers/access/github/provider.js';
import { LONGEST_WAIT_MS } from '../../../providers/access/port.js';
import { allowed } from '../../support/providers/contract.js';
import { type Answer, failureOf, type Stub, startStub } from '../../support/providers/stub.js';

const TOKEN = 'ghp_SECRETsecret';
const target = { place: { id: '41', name: 'acme/scoring' }, account: { id: '7', name: 'Ana-Dev' } };
const AT = 'GET /repositories/41';
const owner = { id: 4, login: 'acme', type: 'Organization' };
const repository = { status: 200, json: { id: 41, full_name: 'acme/scoring', private: true, owner } };

let stub: Stub;
afterEach(() => stub.close());

async function given(answers: Record<string, Answer>, timeoutMs?: number) {
  stub = await startStub(answers);
  return createGitHubProvider({ baseUrl: stub.url, token: TOKEN, throttle: false, timeoutMs });
}

const saying = (message: string, ...errors: string[]) => ({
  message: `Ana-Dev on acme/scoring, ${TOKEN}: ${message}`,
  errors: errors.map((one) => ({ message: `Ana-Dev: ${one}` })),
});
const body = saying('no');
const slower = 'GitHub asks for fewer requests.';
const refused = (message: string) => ({ code: 'ProviderRefused', message });
const limited = (retryAfterMs: number) => ({ code: 'ProviderRateLimited', message: slower, retryAfterMs });
const away = (message = 'GitHub could not be reached, or did not answer in time.') => ({
  code: 'ProviderUnavailable',
  message,
});
const shape = { code: 'ProviderAnswerUnreadable', message: 'GitHub gave an answer of another shape.' };

describe('one code and a sentence without names', () => {
  test.each<[string, Answer, object]>([
    ['401', { status: 401, json: body }, refused('GitHub does not accept the token (HTTP 401).')],
    ['403', { status: 403, json: body }, refused('The token is not allowed to do this on the repository (HTTP 403).')],
    ['422', { status: 422, json: body }, refused('GitHub refuses the request as it stands (HTTP 422).')],
    ['410', { status: 410, json: body }, refused('GitHub refuses the request (HTTP 410).')],
    [
      'single sign-on, by its header',
      { status: 403, json: body, headers: { 'x-github-sso': 'required; url=https://github.com/orgs/acme/sso' } },
      refused('The organisation asks for single sign-on: the token has to be authorised for it (HTTP 403).'),
    ],
    [
      'single sign-on, by its text',
      { status: 403, json: saying('Resource protected by organization SAML enforcement.') },
      refused('The organisation asks for single sign-on: the token has to be authorised for it (HTTP 403).'),
    ],
    [
      'an archive',
      { status: 403, json: saying('Repository was archived so is read-only.') },
      refused('The repository is archived: nothing can be changed on it (HTTP 403).'),
    ],
    [
      'addresses that are not listed',
      { status: 403, json: saying('The organization has an IP allow list enabled.') },
      refused('The organisation takes requests from listed addresses only (HTTP 403).'),
    ],
    [
      'a permission that an App lacks',
      { status: 403, json: saying('Resource not accessible by integration') },
      refused('The token lacks a permission that this takes (HTTP 403).'),
    ],
    [
      'no administration',
      { status: 403, json: saying('Must have admin rights to Repository.') },
      refused('The token does not administer the repository (HTTP 403).'),
    ],
    [
      'a block',
      { status: 403, json: saying('Repository access blocked') },
      refused('GitHub has blocked the repository or the account (HTTP 403).'),
    ],
    [
      'a managed user',
      { status: 422, json: saying('Validation Failed', 'Enterprise Managed Users cannot be invited.') },
      refused('GitHub does not let managed users of another enterprise in, nor others into one (HTTP 422).'),
    ],
    [
      'a repository of a person',
      {
        status: 422,
        json: saying('Validation Failed', 'You can only update permissions on organization-owned repositories'),
      },
      refused('Only on repositories of an organisation can the permission be chosen (HTTP 422).'),
    ],
    [
      'an invalid request',
      { status: 422, json: saying('Validation Failed') },
      refused('GitHub finds the request invalid (HTTP 422).'),
    ],
    [
      'a text of another shape',
      { status: 422, json: [1] },
      refused('GitHub refuses the request as it stands (HTTP 422).'),
    ],
    ['429', { status: 429, json: body, headers: { 'retry-after': '7' } }, limited(7_000)],
    ['429 alone', { status: 429, json: body }, limited(60_000)],
    ['403 with retry-after', { status: 403, json: body, headers: { 'retry-after': '30' } }, limited(30_000)],
    ['a secondary limit', { status: 403, json: saying('You have exceeded a secondary rate limit') }, limited(60_000)],
    [
      'the limit by its old name',
      { status: 403, json: saying('triggered an abuse detection mechanism') },
      limited(60_000),
    ],
    ['an endpoint asked too often', { status: 422, json: saying('Endpoint has been spammed.') }, limited(60_000)],
    ['500', { status: 500, json: body }, away('GitHub is not able to answer (HTTP 500).')],
    ['502 in HTML', { status: 502, text: '<h1>bad gateway</h1>' }, away('GitHub is not able to answer (HTTP 502).')],
    ['a dropped connection', 'drop', away()],
    ['an answer that breaks off', 'break off', away()],
    ['another shape', { status: 200, json: { rights: 'all' } }, shape],
    ['a list', { status: 200, json: [] }, shape],
    ['a sign-in page', { status: 200, text: '<html>sign in</html>' }, shape],
  ])('given %s, when observed, then told so', async (_, answer, failure) => {
    const provider = await given({
      [AT]: repository,
      [`${AT}/invitations`]: { status: 200, json: [] },
      [`${AT}/collaborators/Ana-Dev/permission`]: answer,
    });
    expect(await failureOf(provider.observe(target))).toEqual({ retryAfterMs: undefined, ...failure });
    expect(stub.asked).toHaveLength(3);
  });
});

describe('waits', () => {
  const at = (seconds: number) => String(Math.floor(Date.now() / 1_000) + seconds);
  test.each([
    ['a wait of ages', { 'retry-after': '999999999999' }, LONGEST_WAIT_MS],
    ['a wait beyond all numbers', { 'retry-after': '9'.repeat(400) }, LONGEST_WAIT_MS],
    [
      'a reset in the year 33715',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1001748816000' },
      LONGEST_WAIT_MS,
    ],
    ['a reset that is over', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }, 0],
    ['a wait that is no number', { 'retry-after': '-5' }, 60_000],
  ])('given %s, when asked, then it is believed within bounds', async (_, headers, retryAfterMs) => {
    const provider = await given({ [AT]: { status: 429, json: body, headers } });
    expect(await failureOf(provider.observe(target))).toEqual(limited(retryAfterMs));
  });

  test('given the hourly limit is used up, when asked, then the wait reaches to its reset by GitHub’s own clock', async () => {
    const date = new Date(Date.now() + 1_800_000).toUTCString();
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': at(3_600), date };
    const provider = await given({ [AT]: { status: 403, json: body, headers } });
    const failure = await failureOf(provider.observe(target));
    expect(failure.code).toBe('ProviderRateLimited');
    expect(Math.abs((failure.retryAfterMs ?? 0) - 1_800_000)).toBeLessThan(3_000);
  });
});

test('given an answer that never comes, when observed, then unavailable within the bound', async () => {
  const provider = await given({ [AT]: 'never' }, 50);
  expect(await failureOf(provider.observe(target))).toEqual({ ...away(), retryAfterMs: undefined });
});

test('given pages without end, when listed, then unreadable', async () => {
  const endless = { status: 200, json: [], headers: { link: '<x>; rel="next"' } };
  const provider = await given({ [AT]: repository, [`${AT}/invitations`]: endless });
  expect((await failureOf(provider.list(target.place))).code).toBe('ProviderAnswerUnreadable');
  expect(stub.asked).toHaveLength(101);
});

test('given pages whose links lead elsewhere, when listed, then only their count is believed', async () => {
  const next = { link: '<https://elsewhere.example/repositories/41/invitations?page=2>; rel="next"' };
  const invitation = { id: 1, permissions: 'write', invitee: { id: 7, login: 'ana-2' }, expired: false };
  const provider = await given({
    [AT]: repository,
    [`${AT}/invitations?per_page=100&page=1`]: { status: 200, json: [], headers: next },
    [`${AT}/invitations?per_page=100&page=2`]: { status: 200, json: [invitation] },
    [`${AT}/collaborators/Ana-Dev/permission`]: {
      status: 200,
      json: { permission: 'none', role_name: '', user: { id: 7, login: 'Ana-Dev' } },
    },
  });
  expect(await provider.observe(target)).toEqual({
    ...target,
    state: 'invited',
    permission: 'push',
    ways: [{ by: 'invitation', permission: 'push' }],
  });
});

test.each([
  [{ ...target, place: { id: 'acme/scoring', name: 'acme/scoring' } }, 'push'],
  [{ ...target, place: { id: '41/../5', name: 'acme/scoring' } }, 'push'],
  [{ ...target, account: { id: '-7', name: 'ana' } }, 'push'],
  [{ ...target, account: { id: '', name: 'ana' } }, 'push'],
  [{ ...target, account: { id: '9'.repeat(30), name: 'ana' } }, 'push'],
  [target, 'owner'],
  [target, '__proto__'],
])('given %j and %s, when granted, then refused, and nothing is sent', async (wrong, permission) => {
  const provider = await given({ [AT]: repository, [`${AT}/invitations`]: { status: 200, json: [] } });
  expect((await failureOf(provider.grant(wrong, { permission }, allowed))).code).toBe('ProviderRefused');
  expect(stub.asked.filter((asked) => !asked.startsWith('GET'))).toEqual([]);
});

test('given an answer about another number, when observed, then it is not believed', async () => {
  const provider = await given({ [AT]: { status: 200, json: { ...repository.json, id: 42 } } });
  expect((await failureOf(provider.observe(target))).code).toBe('ProviderAnswerUnreadable');
});

test('given a change that is led elsewhere, when granted, then it is not sent there', async () => {
  const user = { status: 200, json: { id: 7, login: 'Ana-Dev', type: 'User' } };
  const provider = await given({
    [AT]: repository,
    [`${AT}/invitations`]: { status: 200, json: [] },
    'GET /user/7': user,
    'PUT /repositories/41/collaborators/Ana-Dev': { status: 307, headers: { location: '/elsewhere' } },
  });
  expect((await failureOf(provider.grant(target, { permission: 'push' }, allowed))).code).toBe('ProviderUnavailable');
  expect(stub.asked.at(-1)).toBe('PUT /repositories/41/collaborators/Ana-Dev {"permission":"push"}');
});

describe('an account that is renamed meanwhile', () => {
  const held = (id: number, login: string) => ({
    status: 200,
    json: { permission: 'write', role_name: 'write', user: { id, login } },
  });
  const answers = {
    [AT]: repository,
    [`${AT}/invitations`]: { status: 200, json: [] },
    [`${AT}/collaborators/Ana-Dev/permission`]: held(8, 'Ana-Dev'),
    [`${AT}/collaborators/ana-2/permission`]: held(9, 'ana-2'),
  };

  test('given others under both names, when observed, then neither is taken for it', async () => {
    const provider = await given({
      ...answers,
      'GET /user/7': { status: 200, json: { id: 7, login: 'ana-2', type: 'User' } },
    });
    expect(await failureOf(provider.observe(target))).toEqual({
      code: 'ProviderUnavailable',
      message: 'The account was renamed while it was looked at.',
      retryAfterMs: undefined,
    });
  });

  test('given an answer about another number, when observed, then it is not believed', async () => {
    const provider = await given({
      ...answers,
      'GET /user/7': { status: 200, json: { id: 9, login: 'ana-2', type: 'User' } },
    });
    expect((await failureOf(provider.observe(target))).code).toBe('ProviderAnswerUnreadable');
  });
});

test('given an old invitation comes back that was not there before, when granted, then it is changed to the permission', async () => {
  const invitation = { id: 5, permissions: 'read', invitee: { id: 7, login: 'Ana-Dev' }, expired: false };
  const provider = await given({
    [AT]: repository,
    [`${AT}/invitations`]: { status: 200, json: [] },
    'GET /user/7': { status: 200, json: { id: 7, login: 'Ana-Dev', type: 'User' } },
    'PUT /repositories/41/collaborators/Ana-Dev': { status: 201, json: invitation },
    'PATCH /repositories/41/invitations/5': { status: 200, json: { ...invitation, permissions: 'write' } },
  });
  await provider.grant(target, { permission: 'push' }, allowed);
  expect(stub.asked.slice(-2)).toEqual([
    'PUT /repositories/41/collaborators/Ana-Dev {"permission":"push"}',
    'PATCH /repositories/41/invitations/5 {"permissions":"write"}',
  ]);
});

test('given the login changed hands as it was sent, when granted, then the other’s invitation is taken back', async () => {
  const invitation = { id: 5, permissions: 'write', invitee: { id: 8, login: 'Ana-Dev' }, expired: false };
  const provider = await given({
    [AT]: repository,
    [`${AT}/invitations`]: { status: 200, json: [] },
    'GET /user/7': { status: 200, json: { id: 7, login: 'Ana-Dev', type: 'User' } },
    'PUT /repositories/41/collaborators/Ana-Dev': { status: 201, json: invitation },
    'DELETE /repositories/41/invitations/5': { status: 204 },
    'DELETE /repositories/41/collaborators/Ana-Dev': { status: 204 },
  });
  expect(await failureOf(provider.grant(target, { permission: 'push' }, allowed))).toEqual({
    code: 'ProviderUnavailable',
    message: 'The account was renamed while it was let in; that was taken back.',
    retryAfterMs: undefined,
  });
  expect(stub.asked.slice(-2)).toEqual([
    'DELETE /repositories/41/invitations/5',
    'DELETE /repositories/41/collaborators/Ana-Dev',
  ]);
});

test('given an address without TLS on another host, when created, then refused', async () => {
  stub = await startStub({});
  const create = () => createGitHubProvider({ baseUrl: 'http://github.example/api/v3', token: TOKEN });
  expect(create).toThrow('The address of GitHub must start with https://, unless the host is this machine.');
});
