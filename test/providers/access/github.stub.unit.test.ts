import { createGitHubProvider } from '../../../providers/access/github/provider.js';
import { ProviderError, type WhileAllowed } from '../../../providers/access/port.js';
import { type Answer, failureOf, type Stub, startStub } from '../../support/providers/stub.js';

const held: WhileAllowed = (send) => send();

const TOKEN = 'ghp_SECRETsecret';
const resource = 'acme/scoring';
const target = { resource, account: 'Ana-Dev' };
const repo = '/repos/acme/scoring';
const permissionOf = (login: string) => `GET ${repo}/collaborators/${login}/permission`;
const none = { status: 200, json: { permission: 'none', role_name: 'none' } };
const noInvitations = { status: 200, json: [] };
const invitation = (id: number, login: string | null, more: object = {}) => ({
  id,
  permissions: 'write',
  invitee: login === null ? null : { login, id: 7 },
  expired: false,
  ...more,
});

let stub: Stub;
afterEach(() => stub.close());

async function given(answers: Record<string, Answer>) {
  stub = await startStub(answers);
  return createGitHubProvider({ baseUrl: stub.url, token: TOKEN, throttle: false });
}

describe('observing', () => {
  test.each([
    ['a finer role than the legacy word', { permission: 'write', role_name: 'maintain' }, 'maintain'],
    ['no role name', { permission: 'write', role_name: null }, 'push'],
    ['a custom role', { permission: 'write', role_name: 'release-crew' }, 'release-crew'],
    ['access by a team, after the collaborator was deleted', { permission: 'admin', role_name: 'admin' }, 'admin'],
  ])('given %s, when observed, then present', async (_, json, permission) => {
    const provider = await given({
      [`GET ${repo}/invitations`]: noInvitations,
      [permissionOf('Ana-Dev')]: { status: 200, json },
    });
    expect(await provider.observe(target)).toEqual({ state: 'present', permission });
  });

  test('given an open invitation under another case of the login, on the second page, when observed, then invited', async () => {
    const next = { link: '<https://elsewhere.example/repositories/1/invitations?page=2>; rel="next"' };
    const provider = await given({
      [`GET ${repo}/invitations?per_page=100&page=1`]: { status: 200, json: [invitation(1, 'bo-dev')], headers: next },
      [`GET ${repo}/invitations?per_page=100&page=2`]: { status: 200, json: [invitation(2, 'ana-dev')] },
      [permissionOf('Ana-Dev')]: none,
    });
    expect(await provider.observe(target)).toEqual({ state: 'invited', permission: 'push' });
    expect(stub.asked).toEqual([
      `GET ${repo}/invitations?per_page=100&page=1`,
      `GET ${repo}/invitations?per_page=100&page=2`,
      permissionOf('Ana-Dev'),
    ]);
  });

  test('given an expired invitation and one to an address, when observed, then absent', async () => {
    const json = [invitation(1, 'ana-dev', { expired: true }), invitation(2, null)];
    const provider = await given({
      [`GET ${repo}/invitations`]: { status: 200, json },
      [permissionOf('Ana-Dev')]: none,
    });
    expect(await provider.observe(target)).toEqual({ state: 'absent' });
  });

  test.each([
    ['nobody but the owner', ['acme'], { state: 'absent' }],
    ['the account', ['acme', 'ana-dev'], { state: 'present', permission: 'pull' }],
  ])(
    'given a public repository, when its list has %s, then what everybody may does not count',
    async (_, logins, seen) => {
      const provider = await given({
        [`GET ${repo}/invitations`]: noInvitations,
        [permissionOf('Ana-Dev')]: { status: 200, json: { permission: 'read', role_name: 'read' } },
        [`GET ${repo}`]: { status: 200, json: { private: false } },
        [`GET ${repo}/collaborators`]: { status: 200, json: logins.map((login) => ({ login })) },
      });
      expect(await provider.observe(target)).toEqual(seen);
    },
  );

  test('given invitations that the token may not see, when observed, then refused and not absent', async () => {
    const provider = await given({
      'GET /user': { status: 200, json: { login: 'bot' } },
      [permissionOf('bot')]: { status: 200, json: { permission: 'write', role_name: 'write' } },
      [permissionOf('Ana-Dev')]: none,
    });
    expect(await failureOf(provider.observe(target))).toEqual({
      code: 'ProviderRefused',
      message: 'GitHub knows no such repository, or the token does not administer it (HTTP 404).',
      retryAfterMs: undefined,
    });
  });
});

describe('opening', () => {
  test('given that it is not allowed any more, when opened, then nothing is sent that gives access', async () => {
    const provider = await given({ [`GET ${repo}/invitations`]: noInvitations });
    const notAllowed = () => Promise.reject(new ProviderError('OpeningTooLate', 'Not any more.'));
    await expect(provider.open(target, 'push', notAllowed)).rejects.toMatchObject({ code: 'OpeningTooLate' });
    expect(stub.asked.filter((asked) => !asked.startsWith('GET'))).toEqual([]);
  });

  test('given a new account, when opened, then invited with the permission', async () => {
    const provider = await given({
      [`GET ${repo}/invitations`]: noInvitations,
      [`PUT ${repo}/collaborators/Ana-Dev`]: { status: 201, json: invitation(5, 'Ana-Dev') },
    });
    await provider.open(target, 'push', held);
    expect(stub.asked.slice(2)).toEqual([`PUT ${repo}/collaborators/Ana-Dev {"permission":"push"}`]);
  });

  test('given an expired invitation and one with another permission, when opened, then one goes and one changes', async () => {
    const provider = await given({
      [`GET ${repo}/invitations`]: { status: 200, json: [invitation(4, 'ana-dev', { expired: true })] },
      [`DELETE ${repo}/invitations/4`]: { status: 204 },
      [`PUT ${repo}/collaborators/Ana-Dev`]: { status: 201, json: invitation(5, 'Ana-Dev') },
      [`PATCH ${repo}/invitations/5`]: { status: 200, json: invitation(5, 'Ana-Dev', { permissions: 'read' }) },
    });
    await provider.open(target, 'pull', held);
    expect(stub.asked.slice(2)).toEqual([
      `DELETE ${repo}/invitations/4`,
      `PUT ${repo}/collaborators/Ana-Dev {"permission":"pull"}`,
      `PATCH ${repo}/invitations/5 {"permissions":"read"}`,
    ]);
  });

  test('given a member of the organisation, when opened, then the empty answer counts', async () => {
    const provider = await given({
      [`GET ${repo}/invitations`]: noInvitations,
      [`PUT ${repo}/collaborators/Ana-Dev`]: { status: 204 },
    });
    await expect(provider.open(target, 'push', held)).resolves.toBeUndefined();
  });
});

describe('closing', () => {
  test('given access and invitations, when closed, then the invitations go first, expired ones too', async () => {
    const json = [invitation(1, 'ana-dev'), invitation(2, 'bo-dev'), invitation(3, 'ANA-DEV', { expired: true })];
    const provider = await given({
      [`GET ${repo}/invitations`]: { status: 200, json },
      [`DELETE ${repo}/invitations/1`]: { status: 204 },
      [`DELETE ${repo}/collaborators/Ana-Dev`]: { status: 204 },
    });
    await provider.close(target);
    expect(stub.asked.slice(2)).toEqual([
      `DELETE ${repo}/invitations/1`,
      `DELETE ${repo}/invitations/3`,
      `DELETE ${repo}/collaborators/Ana-Dev`,
    ]);
  });

  test('given a refusal to delete, when closed, then it is not swallowed', async () => {
    const provider = await given({
      [`GET ${repo}/invitations`]: noInvitations,
      [`DELETE ${repo}/collaborators/Ana-Dev`]: { status: 403, json: { message: 'no' } },
    });
    expect((await failureOf(provider.close(target))).code).toBe('ProviderRefused');
  });
});

test('given collaborators on two pages and invitations, when listed, then all but the owner', async () => {
  const next = { link: `<x?page=2>; rel="next", <x?page=2>; rel="last"` };
  const page = (n: number) => `GET ${repo}/collaborators?affiliation=direct&per_page=100&page=${n}`;
  const provider = await given({
    [`GET ${repo}/invitations`]: {
      status: 200,
      json: [invitation(8, 'Cy'), invitation(9, null), invitation(10, 'Di', { expired: true })],
    },
    [page(1)]: {
      status: 200,
      json: [
        { login: 'Acme', role_name: 'admin' },
        { login: 'ana-dev', role_name: 'write' },
      ],
      headers: next,
    },
    [page(2)]: {
      status: 200,
      json: [{ login: 'ci[bot]', permissions: { admin: false, push: false, triage: true, pull: true } }],
    },
  });
  expect(await provider.list(resource)).toEqual([
    { account: 'ana-dev', permission: 'push', state: 'present' },
    { account: 'ci[bot]', permission: 'triage', state: 'present' },
    { account: 'Cy', permission: 'push', state: 'invited' },
    { account: 'invitation:9', permission: 'push', state: 'invited' },
  ]);
});

describe('the account that the token belongs to', () => {
  const listed = {
    [`GET ${repo}/invitations`]: { status: 200, json: [] },
    [`GET ${repo}/collaborators`]: { status: 200, json: [{ login: 'Bot', role_name: 'admin' }] },
  };
  const bot = { account: 'Bot', permission: 'admin', state: 'present' };

  test('given a token of an account, when listed, then it is marked, in whatever case it is written', async () => {
    const provider = await given({ ...listed, 'GET /user': { status: 200, json: { login: 'bot' } } });
    expect(await provider.list(resource)).toEqual([{ ...bot, own: true }]);
  });

  test.each([403, 404])('given an App, which may not ask (%s), when listed, then nobody is marked', async (status) => {
    const provider = await given({ ...listed, 'GET /user': { status, json: { message: 'Resource not accessible' } } });
    expect(await provider.list(resource)).toEqual([bot]);
  });

  test.each([500, 429])(
    'given that GitHub cannot say (%s), when listed, then the list fails as a whole',
    async (status) => {
      const provider = await given({ ...listed, 'GET /user': { status, json: { message: 'later' } } });
      expect((await failureOf(provider.list(resource))).code).toMatch(/ProviderUnavailable|ProviderRateLimited/);
    },
  );
});

test.each(['open', 'close'] as const)(
  'given the token’s own account, when asked to %s, then it is refused and nothing is written',
  async (what) => {
    const provider = await given({ 'GET /user': { status: 200, json: { login: 'ana-dev' } } });
    const asked = what === 'open' ? provider.open(target, 'push', held) : provider.close(target);
    expect(await failureOf(asked)).toMatchObject({
      code: 'ProviderRefused',
      message: expect.stringContaining('own token'),
    });
    expect(stub.asked).toEqual(['GET /user']);
  },
);
