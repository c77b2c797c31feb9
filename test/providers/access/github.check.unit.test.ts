import { createGitHubProvider } from '../../../providers/access/github/provider.js';
import type { GithubOptions } from '../../../sandbox/github/github.js';
import { type OnGithub, startOnGithub } from '../../support/providers/onGithub.js';
import { startStub } from '../../support/providers/stub.js';

let on: OnGithub;
const given = async (options: Partial<GithubOptions> = {}) => {
  on = await startOnGithub(options);
  return on;
};
afterEach(() => on.github.stop());

const token = () => ({
  code: 'token',
  ok: true,
  values: { kind: 'account', id: on.github.accountId('drawbridge-bot'), login: 'drawbridge-bot' },
});
const scopes = { code: 'scopes', ok: true, values: { kind: 'classic', scopes: 'repo, admin:org' } };
const clock = { code: 'clock', ok: true, values: { seconds: expect.toSatisfy((n: number) => Math.abs(n) <= 1) } };
const seen = (code: string, number: number, of: number) => ({ code, ok: number === of, values: { seen: number, of } });
const administration = (administered: number, all: number) => ({
  code: 'administration',
  ok: administered > 0,
  values: { administered, seen: all },
});

test('given the token of an owner, when checked, then everything is seen', async () => {
  const { provider } = await given({ repositories: ['acme/scoring', 'acme/data', 'other/thing'] });
  expect(await provider.check()).toEqual([
    { code: 'reachable', ok: true },
    token(),
    scopes,
    clock,
    administration(3, 3),
    seen('teams', 2, 2),
    seen('organisation', 2, 2),
  ]);
});

test('given a direct administrator, when checked, then what every member may is not seen', async () => {
  const { provider } = await given({ own: 'administrator' });
  expect((await provider.check()).slice(4)).toEqual([
    administration(1, 1),
    seen('teams', 1, 1),
    seen('organisation', 0, 1),
  ]);
});

test('given a reader, when checked, then nothing is administered', async () => {
  const { provider } = await given({ own: 'reader' });
  expect((await provider.check()).filter(({ ok }) => !ok)).toEqual([administration(0, 1)]);
});

test('given a clock that is off, when checked, then by how much', async () => {
  const { github, provider } = await given();
  github.setClock(-3_600_000);
  const off = { ...clock, ok: false, values: { seconds: expect.toSatisfy((n: number) => Math.abs(n + 3_600) <= 1) } };
  expect((await provider.check()).filter(({ ok }) => !ok)).toEqual([off]);
});

test('given a token that nobody issued, when checked, then that is told and nothing more asked', async () => {
  const { github, requestsOf } = await given();
  const provider = createGitHubProvider({ baseUrl: github.url, token: 'made-up', throttle: false });
  const asked = await requestsOf(async () =>
    expect(await provider.check()).toEqual([
      { code: 'reachable', ok: true },
      { code: 'token', ok: false },
    ]),
  );
  expect(asked).toEqual(['GET /user', 'GET /installation/repositories']);
});

test.each(['down', 'garbled'] as const)('given GitHub is %s, when checked, then not reachable', async (kind) => {
  const { github, provider } = await given();
  github.setFault({ kind });
  expect(await provider.check()).toEqual([{ code: 'reachable', ok: false }]);
});

test('given an installation of an App, when checked, then by what it was installed on', async () => {
  await given();
  const owner = { id: 4, login: 'acme', type: 'Organization' };
  const repositories = [{ id: 41, full_name: 'acme/scoring', private: true, owner }];
  const stub = await startStub({
    'GET /user': { status: 403, json: { message: 'Resource not accessible by integration' } },
    'GET /installation/repositories': { status: 200, json: { total_count: 1, repositories } },
    'GET /orgs/acme/teams': { status: 200, json: [] },
    'GET /orgs/acme': { status: 200, json: { default_repository_permission: 'read' } },
  });
  const provider = createGitHubProvider({ baseUrl: stub.url, token: 'ghs_x', throttle: false });
  expect(await provider.check()).toEqual([
    { code: 'reachable', ok: true },
    { code: 'token', ok: true, values: { kind: 'app' } },
    { code: 'scopes', ok: true, values: { kind: 'fine-grained' } },
    clock,
    administration(1, 1),
    seen('teams', 1, 1),
    seen('organisation', 1, 1),
  ]);
  await stub.close();
});
