import { createGitHubProvider } from '../../../providers/access/github/provider.js';
import type { LeftBehindAsked } from '../../../providers/access/port.js';
import type { GithubOptions } from '../../../sandbox/github/github.js';
import { LOGIN, type OnGithub, PLACE, startOnGithub } from '../../support/providers/onGithub.js';
import { failureOf, startStub } from '../../support/providers/stub.js';

let on: OnGithub;
const given = async (options: Partial<GithubOptions> = {}) => {
  on = await startOnGithub(options);
  return on.github;
};
afterEach(() => on.github.stop());

const look = async (asked?: LeftBehindAsked) => await on.provider.leftBehind?.(on.target.place, asked);
/** What was found, with of each its kind, name and whose it is. */
async function briefly(asked?: LeftBehindAsked) {
  const found = await look(asked);
  if (found === undefined || 'gone' in found) return found;
  const { unseen } = found;
  return { found: found.found.map(({ kind, what, by }) => [kind, what, ...(by ? [by.name] : [])]), unseen };
}
const account = (name: string) => ({ id: String(on.github.accountId(name)), name });
const DAY_MS = 86_400_000;

test('given everything that can stay, when looked at by an owner, then all of it, ascribed where GitHub says whose it is', async () => {
  const github = await given();
  await github.addToTeam(PLACE, 'core', 'push', 'bo-dev');
  await github.leaveBehind(PLACE, { kind: 'app', name: 'ana-ci' });
  await github.leaveBehind(PLACE, { kind: 'branch', name: 'main', mayPush: [LOGIN], mayMerge: ['bo-dev', LOGIN] });
  await github.leaveBehind(PLACE, { kind: 'ruled-branch', name: 'rel/1' });
  const others = [
    { type: 'RepositoryRole', id: 5 },
    { type: 'DeployKey', id: null },
  ];
  await github.leaveBehind(PLACE, { kind: 'ruleset', name: 'releases', past: ['bo-dev'], others });
  await github.leaveBehind(PLACE, { kind: 'ruleset', name: 'off', past: [LOGIN], enforcement: 'disabled' });
  await github.leaveBehind(PLACE, { kind: 'key', title: 'laptop', by: LOGIN });
  await github.leaveBehind(PLACE, { kind: 'key', title: 'old' });
  await github.leaveBehind(PLACE, { kind: 'environment', name: 'live', reviewers: [LOGIN], teams: ['core'] });
  await github.leaveBehind(PLACE, { kind: 'fork', by: LOGIN });
  await github.leaveBehind(PLACE, { kind: 'runner', name: 'ana-box' });
  await github.leaveBehind(PLACE, { kind: 'hook', url: 'https://ana:hunter2@hooks.example:8443/T0K3N?key=s3cret' });
  expect(await briefly()).toEqual({
    found: [
      ['app', 'ana-ci'],
      ['branch-bypass', 'main', LOGIN],
      ['branch-bypass', 'main', 'bo-dev'],
      ['branch-bypass', 'releases: DeployKey'],
      ['branch-bypass', 'releases: RepositoryRole'],
      ['branch-bypass', 'releases', 'bo-dev'],
      ['deploy-key', 'laptop', LOGIN],
      ['deploy-key', 'old'],
      ['environment-reviewer', 'live: core'],
      ['environment-reviewer', 'live', LOGIN],
      ['fork', 'Ana-Dev/scoring', LOGIN],
      ['runner', 'ana-box'],
      ['webhook', 'hooks.example:8443'],
    ],
    unseen: [],
  });
});

test('given a thing, when looked at twice, then the same id, instant and account, by number', async () => {
  const github = await given();
  github.setClock(-DAY_MS);
  await github.leaveBehind(PLACE, { kind: 'key', title: 'laptop', by: LOGIN });
  const first = await look();
  const at = expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
  const key = { kind: 'deploy-key', id: expect.stringMatching(/^\d+$/), what: 'laptop', at, by: account(LOGIN) };
  expect(first).toEqual({ found: [key], unseen: [] });
  await github.renameUser(LOGIN, 'ana-later');
  expect(await look()).toEqual(JSON.parse(JSON.stringify(first).replace(LOGIN, 'ana-later')));
});

test('given things of before, when asked for what came since, then not they, but what nobody dates', async () => {
  const github = await given();
  github.setClock(-2 * DAY_MS);
  await github.leaveBehind(PLACE, { kind: 'key', title: 'before', by: LOGIN });
  await github.leaveBehind(PLACE, { kind: 'hook', url: 'https://ci.example/' });
  await github.leaveBehind(PLACE, { kind: 'hook', url: 'https://before.example/' });
  await github.leaveBehind(PLACE, { kind: 'runner', name: 'undated' });
  github.setClock(0);
  await github.leaveBehind(PLACE, { kind: 'key', title: 'after', by: LOGIN });
  await github.turnHook(PLACE, 'https://ci.example/', 'https://turned.example/');
  expect(await briefly({ since: new Date(Date.now() - DAY_MS).toISOString() })).toEqual({
    found: [
      ['deploy-key', 'after', LOGIN],
      ['runner', 'undated'],
      ['webhook', 'turned.example'],
    ],
    unseen: [],
  });
});

test('given things of two people, when asked for those of one, then not the other’s, but what nobody ascribes', async () => {
  const github = await given();
  await github.leaveBehind(PLACE, { kind: 'key', title: 'mine', by: LOGIN });
  await github.leaveBehind(PLACE, { kind: 'key', title: 'theirs', by: 'bo-dev' });
  await github.leaveBehind(PLACE, { kind: 'key', title: 'nobody’s' });
  const found = [
    ['deploy-key', 'mine', LOGIN],
    ['deploy-key', 'nobody’s'],
  ];
  expect(await briefly({ by: { id: account(LOGIN).id, name: 'under-another-name' } })).toEqual({ found, unseen: [] });
});

test('given a direct administrator, when looked at, then what only owners see is named as not seen', async () => {
  const github = await given({ own: 'administrator' });
  await github.leaveBehind(PLACE, { kind: 'app', name: 'ana-ci' });
  await github.leaveBehind(PLACE, { kind: 'ruleset', name: 'all', past: [LOGIN], organisation: true });
  await github.leaveBehind(PLACE, { kind: 'ruleset', name: 'own', past: [LOGIN] });
  expect(await briefly()).toEqual({ found: [['branch-bypass', 'own', LOGIN]], unseen: ['app', 'branch-bypass'] });
});

test('given a reader, when looked at, then a copy and a reviewer are found and the rest is named as not seen', async () => {
  const github = await given({ own: 'reader' });
  await github.leaveBehind(PLACE, { kind: 'key', title: 'laptop', by: LOGIN });
  await github.leaveBehind(PLACE, { kind: 'ruled-branch', name: 'main' });
  await github.leaveBehind(PLACE, { kind: 'environment', name: 'live', reviewers: [LOGIN] });
  await github.leaveBehind(PLACE, { kind: 'fork', by: 'bo-dev' });
  expect(await briefly()).toEqual({
    found: [
      ['environment-reviewer', 'live', LOGIN],
      ['fork', 'bo-dev/scoring', 'bo-dev'],
    ],
    unseen: ['app', 'branch-bypass', 'deploy-key', 'runner', 'webhook'],
  });
});

test('given a copy that the token may not see, when looked at, then copies are named as not all seen', async () => {
  const github = await given();
  await github.leaveBehind(PLACE, { kind: 'fork', by: LOGIN, hidden: true });
  expect(await look()).toEqual({ found: [], unseen: ['fork'] });
});

test('given a public repository, when looked at, then nobody is asked who copied it', async () => {
  const github = await given();
  await github.setPublic(PLACE);
  await github.leaveBehind(PLACE, { kind: 'fork', by: 'bo-dev' });
  const asked = await on.requestsOf(async () => expect(await look()).toEqual({ found: [], unseen: [] }));
  expect(asked.filter((one) => one.includes('forks'))).toEqual([]);
});

test('given somebody who is no more, when looked at, then their key is nobody’s and their number stays on a ruleset', async () => {
  const github = await given();
  await github.leaveBehind(PLACE, { kind: 'key', title: 'laptop', by: LOGIN });
  await github.leaveBehind(PLACE, { kind: 'ruleset', name: 'own', past: [LOGIN] });
  const { id } = account(LOGIN);
  await github.deleteUser(LOGIN);
  expect(await briefly()).toEqual({
    found: [
      ['branch-bypass', 'own', id],
      ['deploy-key', 'laptop'],
    ],
    unseen: [],
  });
});

test('given more of a kind than one page holds, when looked at, then all of them; of more branches than are asked for, that', async () => {
  const github = await given();
  for (let i = 0; i < 101; i++) await github.leaveBehind(PLACE, { kind: 'runner', name: `box-${i}` });
  for (let i = 0; i < 51; i++) await github.leaveBehind(PLACE, { kind: 'branch', name: `b${i}`, mayPush: [LOGIN] });
  const found = await look();
  const kinds = found && 'found' in found ? found.found.map(({ kind }) => kind) : [];
  expect([
    kinds.filter((one) => one === 'runner').length,
    kinds.filter((one) => one === 'branch-bypass').length,
  ]).toEqual([101, 50]);
  expect(found).toMatchObject({ unseen: ['branch-bypass'] });
});

test('given many keys of one person, when looked at, then that person is asked for once', async () => {
  const github = await given();
  for (const title of ['a', 'b', 'c']) await github.leaveBehind(PLACE, { kind: 'key', title, by: LOGIN });
  const asked = await on.requestsOf(look);
  expect(asked.filter((one) => one.startsWith('GET /users/'))).toEqual([`GET /users/${LOGIN}`]);
});

test('given answers with dates, addresses and names that are none, when looked at, then they cost what they say and no more', async () => {
  await given();
  const repository = '/repositories/41';
  const owner = { id: 4, login: 'ana', type: 'User' };
  const stub = await startStub({
    [`GET ${repository}`]: { status: 200, json: { id: 41, full_name: 'ana/x', private: true, owner, forks_count: 0 } },
    [`GET ${repository}/keys`]: {
      status: 200,
      json: [{ id: 1, title: 'k'.repeat(500), created_at: 'yesterday', added_by: '../orgs/acme' }],
    },
    [`GET ${repository}/hooks`]: { status: 200, json: [{ id: 2, name: 'web', config: { url: 'nowhere' } }] },
    [`GET ${repository}/actions/runners`]: { status: 403, json: { message: 'Must have admin rights to Repository.' } },
    [`GET ${repository}/environments`]: { status: 200, json: { environments: [] } },
    [`GET ${repository}/forks`]: { status: 200, json: [] },
    [`GET ${repository}/branches`]: { status: 200, json: [] },
    [`GET ${repository}/rulesets`]: { status: 403, json: { message: 'Upgrade to GitHub Pro' } },
  });
  const provider = createGitHubProvider({ baseUrl: stub.url, token: 'x', throttle: false });
  expect(await provider.leftBehind?.({ id: '41', name: 'ana/x' }, { since: '2026-09-01T08:00:00.000Z' })).toEqual({
    found: [
      { kind: 'deploy-key', id: '1', what: 'k'.repeat(200) },
      { kind: 'webhook', id: '2', what: 'web' },
    ],
    unseen: ['app', 'branch-bypass', 'runner'],
  });
  await stub.close();
});

test('given limits that are reached, when looked at, then that is no matter of what is not seen', async () => {
  const github = await given();
  github.setFault({ kind: 'status', status: 429, times: 1, retryAfterS: 30 });
  expect(await failureOf(Promise.resolve(look()))).toMatchObject({ code: 'ProviderRateLimited', retryAfterMs: 30_000 });
});
