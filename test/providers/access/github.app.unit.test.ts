import { createGitHubProvider } from '../../../providers/access/github/provider.js';
import type { AccessProvider } from '../../../providers/access/port.js';
import type { AppOptions } from '../../../sandbox/github/app/installation.js';
import { type LocalGithub, startGithub } from '../../../sandbox/github/github.js';
import { allowed } from '../../support/providers/contract.js';
import { APP_PERMISSIONS } from '../../support/providers/githubGround.js';
import { LOGIN, PLACE } from '../../support/providers/onGithub.js';
import { failureOf } from '../../support/providers/stub.js';

const HOUR_MS = 3_600_000;
const OTHER = 'acme/data';

let github: LocalGithub;
let offsetMs: number;
let provider: AccessProvider;
afterEach(() => github.stop());

async function given(app: Partial<AppOptions> = {}, { installationId = undefined as number | undefined } = {}) {
  offsetMs = 0;
  github = await startGithub({
    users: [LOGIN],
    repositories: [PLACE, OTHER],
    // GitHub's clock; the machine's is the one that is off.
    now: () => Date.now() + offsetMs,
    app: { permissions: APP_PERMISSIONS, ...app },
  });
  const { id, privateKey } = github.appKeys();
  provider = createGitHubProvider({
    baseUrl: github.url,
    app: { id, privateKey, ...(installationId !== undefined && { installationId }) },
    throttle: false,
  });
}

const targetOf = (place = PLACE) => ({
  place: { id: String(github.repositoryId(place)), name: place },
  account: { id: String(github.accountId(LOGIN)), name: LOGIN },
});
const issued = () => github.requests().filter(({ path }) => path.endsWith('/access_tokens')).length;

test('given an App that is installed once, when anything is asked, then it finds where, and asks for one token', async () => {
  await given();
  await provider.grant(targetOf(), { permission: 'push' }, allowed);
  expect(await provider.observe(targetOf())).toMatchObject({ state: 'present', permission: 'push' });
  expect(issued()).toBe(1);
  const found = github.requests().slice(0, 3);
  expect(found.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '').replace(/\d+/, '#')}`)).toEqual([
    'GET /app/installations',
    'POST /app/installations/#/access_tokens',
    'GET /repositories/#',
  ]);
});

test.each([0, 2])(
  'given an App that is installed %i times, when anything is asked, then refused',
  async (installations) => {
    await given({ installations });
    const { code, message } = await failureOf(provider.observe(targetOf()));
    expect({ code, message }).toEqual({
      code: 'ProviderRefused',
      message:
        installations === 0
          ? 'The GitHub App is installed on no account, or suspended.'
          : 'The GitHub App is installed on several accounts: the settings have to say which installation.',
    });
    expect((await provider.check()).filter(({ ok }) => !ok)).toEqual([{ code: 'app', ok: false }]);
  },
);

test('given an App that is installed twice, when the settings say which, then that one', async () => {
  await given({ installations: 2 }, { installationId: 9_002 });
  expect(await provider.observe(targetOf())).toMatchObject({ state: 'absent' });
  expect((await provider.check())[1]).toMatchObject({ code: 'app', ok: true, values: { installation: 9_002 } });
});

test.each([-3 * HOUR_MS, -660_000, 660_000, 3 * HOUR_MS])(
  'given a machine whose clock is off by %i ms, when asked, then GitHub’s own time is taken',
  async (ms) => {
    await given();
    offsetMs = ms;
    expect(await provider.observe(targetOf())).toMatchObject({ state: 'absent' });
    expect((await provider.check()).filter(({ ok }) => !ok)).toMatchObject([{ code: 'clock' }]);
  },
);

test('given a token that came to its end, or was taken away, when asked, then a new one is asked for, once', async () => {
  await given();
  await provider.observe(targetOf());
  offsetMs = HOUR_MS + 1_000;
  await provider.grant(targetOf(), { permission: 'pull' }, allowed);
  // The first to ask is refused: to GitHub, an hour later, this machine's clock is off.
  expect(issued()).toBe(3);
  github.revokeAppTokens();
  expect(await provider.observe(targetOf())).toMatchObject({ state: 'present', permission: 'pull' });
  expect(issued()).toBe(4);
});

test('given a key of another App, when asked, then refused, without key, token or name', async () => {
  await given();
  const { privateKey } = github.appKeys();
  const other = createGitHubProvider({ baseUrl: github.url, app: { id: 1, privateKey }, throttle: false });
  expect(await failureOf(other.observe(targetOf()))).toEqual({
    code: 'ProviderRefused',
    message: 'GitHub does not accept the token (HTTP 401).',
    retryAfterMs: undefined,
  });
  expect(await other.check()).toEqual([
    { code: 'reachable', ok: true },
    { code: 'app', ok: false },
  ]);
});

test('given an App that may only read, when granted, then refused with the reason, and the check names what is missing', async () => {
  await given({ permissions: { administration: 'read' } });
  expect(await failureOf(provider.grant(targetOf(), { permission: 'push' }, allowed))).toMatchObject({
    code: 'ProviderRefused',
    message: 'The token lacks a permission that this takes (HTTP 403).',
  });
  expect((await provider.check()).filter(({ ok }) => !ok)).toEqual([
    { code: 'permissions', ok: false, values: { missing: 'administration: write, members: read' } },
    {
      code: 'leftBehind',
      ok: false,
      values: {
        missing: 'actions: read, contents: read, organization_administration: read, repository_hooks: read',
      },
    },
    { code: 'teams', ok: false, values: { seen: 0, of: 1 } },
    { code: 'organisation', ok: false, values: { seen: 0, of: 1 } },
  ]);
});

test('given an App with all it needs, when checked, then everything is seen, and so is what people leave behind', async () => {
  await given();
  const { installationId } = github.appKeys();
  const seen = (code: string) => ({ code, ok: true, values: { seen: 1, of: 1 } });
  expect(await provider.check()).toEqual([
    { code: 'reachable', ok: true },
    { code: 'app', ok: true, values: { app: 'drawbridge-app', installation: installationId, account: 'acme' } },
    { code: 'clock', ok: true, values: { seconds: expect.any(Number) } },
    { code: 'permissions', ok: true, values: { missing: '' } },
    { code: 'leftBehind', ok: true, values: { missing: '' } },
    { code: 'administration', ok: true, values: { administered: 2, seen: 2 } },
    seen('teams'),
    seen('organisation'),
  ]);
  await github.leaveBehind(PLACE, { kind: 'ruleset', name: 'all', past: [LOGIN], organisation: true });
  expect(await provider.leftBehind?.(targetOf().place)).toMatchObject({ found: [{ what: 'all' }], unseen: [] });
});

test('given an App without what is wanted besides, when it looks for what people left behind, then each kind is named that it cannot see', async () => {
  await given({ permissions: { administration: 'write', members: 'read' } });
  await github.leaveBehind(PLACE, { kind: 'key', title: 'laptop', by: LOGIN });
  expect(await provider.leftBehind?.(targetOf().place)).toMatchObject({
    found: [{ kind: 'deploy-key', what: 'laptop' }],
    unseen: ['app', 'branch-bypass', 'environment-reviewer', 'webhook'],
  });
});

test('given a repository that is no more, when the App was given all, then it is gone', async () => {
  await given();
  const target = targetOf();
  await github.deleteRepository(PLACE);
  expect(await provider.observe(target)).toEqual({ state: 'gone', what: 'place' });
});

test('given a repository that the App was not given, when observed, then nothing is proven', async () => {
  await given({ selected: [OTHER] });
  expect(await failureOf(provider.observe(targetOf()))).toMatchObject({
    code: 'ProviderRefused',
    message:
      'GitHub shows no such repository, and the App was not given all of its account’s (any more): nothing is proven.',
  });
  expect(await provider.observe(targetOf(OTHER))).toMatchObject({ state: 'absent' });
});
