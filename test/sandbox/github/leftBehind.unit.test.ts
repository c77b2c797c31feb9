import { type GithubOptions, type LocalGithub, startGithub } from '../../../sandbox/github/github.js';
import { askGithub } from '../../support/providers/askGithub.js';

const REPOSITORY = 'acme/model';
const at = `/repos/${REPOSITORY}`;
let github: LocalGithub;
afterEach(() => github.stop());

async function given(options: Partial<GithubOptions> = {}) {
  github = await startGithub({ users: ['ada', 'grace'], repositories: [REPOSITORY], ...options });
}
const read = async (path: string) => (await askGithub(github, 'GET', path)).json;
const status = async (path: string) => (await askGithub(github, 'GET', path)).status;
const user = (login: string) => ({ id: github.accountId(login), login });

async function leaveEverything() {
  await github.addToTeam(REPOSITORY, 'core', 'push', 'grace');
  await github.leaveBehind(REPOSITORY, { kind: 'key', title: 'laptop', by: 'ada' });
  await github.leaveBehind(REPOSITORY, { kind: 'key', title: 'old' });
  await github.leaveBehind(REPOSITORY, { kind: 'hook', url: 'https://ada.example/hook' });
  await github.leaveBehind(REPOSITORY, { kind: 'runner', name: 'ada-box' });
  await github.leaveBehind(REPOSITORY, { kind: 'environment', name: 'live', reviewers: ['ada'], teams: ['core'] });
  await github.leaveBehind(REPOSITORY, { kind: 'branch', name: 'main', mayPush: ['ada'], mayMerge: ['grace'] });
  await github.leaveBehind(REPOSITORY, { kind: 'ruled-branch', name: 'rel/1' });
  await github.leaveBehind(REPOSITORY, { kind: 'ruleset', name: 'own', past: ['ada'] });
  await github.leaveBehind(REPOSITORY, { kind: 'ruleset', name: 'all', past: ['ada'], organisation: true });
  await github.leaveBehind(REPOSITORY, { kind: 'fork', by: 'ada' });
  await github.leaveBehind(REPOSITORY, { kind: 'fork', by: 'grace', hidden: true });
  await github.leaveBehind(REPOSITORY, { kind: 'app', name: 'ada-ci' });
}

/** Whom each ruleset does not hold, as it is answered. */
async function actors() {
  const rulesets = (await read(`${at}/rulesets`)) as { id: number; name: string }[];
  const found = [];
  for (const { id, name } of rulesets) {
    const { bypass_actors } = (await read(`${at}/rulesets/${id}`)) as { bypass_actors?: unknown };
    found.push([name, bypass_actors]);
  }
  return found;
}

test('given what people leave behind, when read, then with whose it is and when only where GitHub says so', async () => {
  await given();
  await leaveEverything();
  expect(await read(`${at}/keys`)).toMatchObject([
    { title: 'laptop', added_by: 'ada', created_at: expect.stringMatching(/:\d\dZ$/) },
    { title: 'old', added_by: null },
  ]);
  expect(await read(`${at}/hooks`)).toMatchObject([{ config: { url: 'https://ada.example/hook' } }]);
  expect(await read(`${at}/actions/runners`)).toEqual({
    total_count: 1,
    runners: [{ id: expect.any(Number), name: 'ada-box', os: 'linux', status: 'online', busy: false }],
  });
  expect(await read(`${at}/environments`)).toMatchObject({
    environments: [
      {
        name: 'live',
        protection_rules: [
          { type: 'wait_timer' },
          {
            reviewers: [
              { type: 'User', reviewer: user('ada') },
              { type: 'Team', reviewer: { slug: 'core' } },
            ],
          },
        ],
      },
    ],
  });
  expect(await read(`${at}/branches?protected=true`)).toMatchObject([{ name: 'main' }, { name: 'rel/1' }]);
  expect(await read(`${at}/branches/main/protection`)).toMatchObject({
    restrictions: { users: [user('ada')] },
    required_pull_request_reviews: { bypass_pull_request_allowances: { users: [user('grace')] } },
  });
  expect(await askGithub(github, 'GET', `${at}/branches/rel%2F1/protection`)).toMatchObject({
    status: 404,
    json: { message: 'Branch not protected' },
  });
  expect(await read('/orgs/acme/installations')).toMatchObject({ installations: [{ app_slug: 'ada-ci' }] });
});

test('given a copy that the token may not see, when listed, then it is missing from the list, and counted', async () => {
  await given();
  await leaveEverything();
  expect(await read(`${at}/forks`)).toMatchObject([{ full_name: 'ada/model', owner: user('ada') }]);
  expect(await read(at)).toMatchObject({ forks_count: 2 });
});

test('given rulesets, when read by who may change them, then whom they do not hold by number alone', async () => {
  await given();
  await leaveEverything();
  const ada = [{ actor_id: github.accountId('ada'), actor_type: 'User', bypass_mode: 'always' }];
  expect(await actors()).toEqual([
    ['own', ada],
    ['all', ada],
  ]);
  await github.setOwn('administrator');
  expect(await actors()).toEqual([
    ['own', ada],
    ['all', undefined],
  ]);
  await github.setOwn('reader');
  expect(await actors()).toEqual([
    ['own', undefined],
    ['all', undefined],
  ]);
});

test('given a reader, when read, then what is for administrators is not there', async () => {
  await given({ own: 'reader' });
  await leaveEverything();
  const below = ['keys', 'hooks', 'actions/runners', 'environments', 'forks', 'branches', 'branches/main/protection'];
  expect(await Promise.all(below.map((one) => status(`${at}/${one}`)))).toEqual([404, 404, 404, 200, 200, 200, 404]);
  expect(await status('/orgs/acme/installations')).toBe(404);
});

test('given a hook that was there, when it is turned elsewhere, then it came when it came and was changed now', async () => {
  await given();
  await github.leaveBehind(REPOSITORY, { kind: 'hook', url: 'https://ci.example/' });
  github.setClock(86_400_000);
  await github.turnHook(REPOSITORY, 'https://ci.example/', 'https://ada.example/');
  const [hook] = (await read(`${at}/hooks`)) as { created_at: string; updated_at: string; config: { url: string } }[];
  expect(hook?.config.url).toBe('https://ada.example/');
  expect(Date.parse(hook?.updated_at ?? '') - Date.parse(hook?.created_at ?? '')).toBeGreaterThan(86_000_000);
});
