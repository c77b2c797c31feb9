import { type LocalGithub, type Standing, startGithub } from '../../../sandbox/github/github.js';
import { askGithub } from '../../support/providers/askGithub.js';

const REPOSITORY = 'acme/model';
let github: LocalGithub;
beforeEach(async () => {
  github = await startGithub({ users: ['ada', 'grace'], repositories: [REPOSITORY, 'acme/data'] });
});
afterEach(() => github.stop());

const ask = (method: string, path: string, body?: unknown) => askGithub(github, method, path, body);
const statuses = async (...paths: string[]) =>
  await Promise.all(paths.map(async (path) => (await ask('GET', path)).status));

describe('accounts', () => {
  test('given an account, when asked for by name in any case, and by number, then the same one', async () => {
    const id = github.accountId('ada');
    const ada = { status: 200, json: { id, login: 'ada', type: 'User' } };
    expect(await ask('GET', '/users/ADA')).toMatchObject(ada);
    expect(await ask('GET', `/user/${id}`)).toMatchObject(ada);
    expect(await ask('GET', '/user')).toMatchObject({ json: { login: 'drawbridge-bot' } });
    expect(await ask('GET', '/users/acme')).toMatchObject({ json: { type: 'Organization' } });
  });

  test('given a renamed account, when asked for by the old name, then nobody, and its access goes with it', async () => {
    const id = github.accountId('ada');
    await github.addByHand(REPOSITORY, 'ada', 'push');
    await github.renameUser('ada', 'ada-2');
    expect(await ask('GET', `/user/${id}`)).toMatchObject({ json: { id, login: 'ada-2' } });
    expect(await statuses('/users/ada', `/repos/${REPOSITORY}/collaborators/ada/permission`)).toEqual([404, 404]);
    expect(await github.collaborators(REPOSITORY)).toEqual([{ login: 'ada-2', permission: 'push' }]);
    await github.addUsers('ada');
    expect(github.accountId('ada')).not.toBe(id);
    await expect(github.renameUser('grace', 'ada')).rejects.toThrow('Somebody has that login.');
  });

  test('given an account that is deleted, when asked for, then it is nowhere', async () => {
    const id = github.accountId('ada');
    await github.addToTeam(REPOSITORY, 'core', 'push', 'ada');
    await github.addByHand(REPOSITORY, 'ada', 'push');
    await github.inviteByHand('acme/data', 'ada', 'push');
    await github.deleteUser('ada');
    expect(await statuses('/users/ada', `/user/${id}`)).toEqual([404, 404]);
    expect([await github.collaborators(REPOSITORY), await github.collaborators('acme/data')]).toEqual([[], []]);
    expect((await ask('GET', '/repos/acme/data/invitations')).json).toEqual([]);
  });
});

describe('repositories', () => {
  test('given a renamed repository, when asked for by the old name, then led to its number until the name is used again', async () => {
    const id = github.repositoryId(REPOSITORY);
    await github.renameRepository(REPOSITORY, 'acme/model-v1');
    await github.renameRepository('acme/model-v1', 'acme/model-v2');
    const led = await ask('GET', `/repos/Acme/Model/invitations?page=2`);
    expect([led.status, led.headers.get('location')]).toEqual([
      301,
      `${github.url}/repositories/${id}/invitations?page=2`,
    ]);
    expect((await ask('PUT', `/repos/${REPOSITORY}/collaborators/ada`, {})).status).toBe(307);
    expect(await github.collaborators('acme/model-v2')).toEqual([]);
    expect(await ask('GET', `/repositories/${id}`)).toMatchObject({ json: { id, full_name: 'acme/model-v2' } });
    await github.addRepositories(REPOSITORY);
    expect(await ask('GET', `/repos/${REPOSITORY}`)).toMatchObject({
      status: 200,
      json: { id: github.repositoryId(REPOSITORY) },
    });
    expect(github.repositoryId(REPOSITORY)).not.toBe(id);
    expect(github.repositoryName(id)).toBe('acme/model-v2');
  });

  test('given a repository that is deleted, when asked for by any name, then there is none', async () => {
    const id = github.repositoryId(REPOSITORY);
    await github.addToTeam(REPOSITORY, 'core', 'push', 'ada');
    await github.renameRepository(REPOSITORY, 'acme/model-v1');
    await github.deleteRepository('acme/model-v1');
    expect(await statuses(`/repos/${REPOSITORY}`, '/repos/acme/model-v1', `/repositories/${id}`)).toEqual([
      404, 404, 404,
    ]);
  });
});

describe('what a token may see', () => {
  const id = () => github.repositoryId(REPOSITORY);
  const paths = () => [
    `/repositories/${id()}`,
    `/repositories/${id()}/collaborators/ada/permission`,
    `/repositories/${id()}/collaborators`,
    `/repositories/${id()}/invitations`,
    `/repositories/${id()}/teams`,
    '/orgs/acme/memberships/drawbridge-bot',
    '/user/memberships/orgs/acme',
    '/orgs/acme/teams',
  ];

  test.each<[Standing, number[]]>([
    ['owner', [200, 200, 200, 200, 200, 200, 200, 200]],
    ['administrator', [200, 200, 200, 200, 200, 200, 200, 200]],
    ['reader', [200, 200, 403, 404, 404, 200, 200, 200]],
    ['nobody', [404, 404, 404, 404, 404, 403, 404, 403]],
  ])('given the token of %s, when it reads, then what it may not see is not there', async (standing, expected) => {
    await github.setOwn(standing);
    expect(await statuses(...paths())).toEqual(expected);
    const changed = (await ask('PUT', `/repositories/${id()}/collaborators/ada`, {})).status;
    expect(changed).toBe({ owner: 201, administrator: 201, reader: 403, nobody: 404 }[standing]);
  });

  test('given an owner and others, when the organisation is read, then the base permission is told to the owner alone', async () => {
    await github.setBasePermission('acme', 'read');
    expect((await ask('GET', '/orgs/acme')).json).toMatchObject({ default_repository_permission: 'read' });
    await github.setOwn('administrator');
    expect((await ask('GET', '/orgs/acme')).json).not.toHaveProperty('default_repository_permission');
  });

  test('given single sign-on, when anything of the organisation is read, then refused with the address of it', async () => {
    await github.setSso('acme', true);
    for (const path of [`/repositories/${id()}`, '/orgs/acme/teams']) {
      const { status, headers } = await ask('GET', path);
      expect([status, headers.get('x-github-sso')]).toEqual([403, expect.stringContaining('orgs/acme/sso')]);
    }
  });
});

test('given members and teams, when read, then by role and by login', async () => {
  await github.addToTeam(REPOSITORY, 'core', 'triage', 'ada');
  await github.addMember('acme', 'grace', 'owner');
  const read = async (path: string) => (await ask('GET', path)).json;
  expect(await read(`/repos/${REPOSITORY}/teams`)).toMatchObject([{ slug: 'core', permission: 'triage' }]);
  expect(await read('/orgs/acme/teams/core/members')).toMatchObject([{ login: 'ada' }]);
  expect(await read('/orgs/acme/teams/core/memberships/ada')).toEqual({ role: 'member', state: 'active' });
  expect(await read('/orgs/acme/members?role=admin')).toMatchObject([{ login: 'grace' }, { login: 'drawbridge-bot' }]);
  expect(await read('/orgs/acme/memberships/grace')).toEqual({ role: 'admin', state: 'active' });
  expect(await statuses('/orgs/acme/members/ada', '/orgs/acme/teams/core/memberships/grace')).toEqual([204, 404]);
});
