import { type GithubOptions, type LocalGithub, startGithub } from '../../../sandbox/github/github.js';
import { askGithub } from '../../support/providers/askGithub.js';

const REPOSITORY = 'acme/model';
const at = `/repos/${REPOSITORY}`;
let github: LocalGithub;
afterEach(() => github.stop());

async function given(options: Partial<GithubOptions> = {}) {
  github = await startGithub({ users: ['ada', 'grace'], repositories: [REPOSITORY], ...options });
}
const ask = async (method: string, path: string, body?: unknown) => await askGithub(github, method, path, body);
const status = async (method: string, path: string, body?: unknown) => (await ask(method, path, body)).status;
const put = (login: string, permission?: string) => ask('PUT', `${at}/collaborators/${login}`, { permission });
const held = async (login: string) => (await ask('GET', `${at}/collaborators/${login}/permission`)).json;
const logins = async (affiliation: string) => {
  const { json } = await ask('GET', `${at}/collaborators?affiliation=${affiliation}`);
  return Array.isArray(json) ? json.map(({ login, role_name }) => `${login} ${role_name}`) : json;
};
const user = (login: string) => ({ login, id: github.accountId(login) });

describe('collaborators', () => {
  test('given a new account, when put, then an invitation that is accepted at once, or waits when it is set so', async () => {
    await given();
    expect(await put('ada', 'push')).toMatchObject({
      status: 201,
      json: { invitee: user('ada'), permissions: 'write' },
    });
    expect(await held('ada')).toMatchObject({ permission: 'write', role_name: 'write', user: user('ada') });
    await github.setInvitations('wait');
    await put('grace', 'maintain');
    expect(await held('grace')).toMatchObject({ permission: 'none', role_name: 'none', user: user('grace') });
    expect(await github.collaborators(REPOSITORY)).toEqual([{ login: 'ada', permission: 'push' }]);
    await github.setInvitations('accepted');
    expect(await held('grace')).toMatchObject({ permission: 'write', role_name: 'maintain' });
  });

  test('given somebody who is on it, or a member, when put, then no invitation', async () => {
    await given({ invitations: 'wait' });
    await github.addByHand(REPOSITORY, 'ada', 'pull');
    await github.addMember('acme', 'grace');
    expect([(await put('ada', 'admin')).status, (await put('grace')).status]).toEqual([204, 204]);
    expect(await github.collaborators(REPOSITORY)).toEqual([
      { login: 'ada', permission: 'admin' },
      { login: 'grace', permission: 'push' },
    ]);
  });

  test('given nobody, no role, or a managed user of others, when put, then refused', async () => {
    await given();
    await github.setManaged('grace');
    expect((await put('nobody')).status).toBe(404);
    expect((await put('ada', 'boss')).status).toBe(422);
    expect(await put('grace')).toMatchObject({ status: 422, json: { message: 'Validation Failed' } });
    await github.addMember('acme', 'grace');
    expect((await put('grace')).status).toBe(204);
  });

  test('given an account on it and one that never was, when deleted, then 204 both times, and an invitation stays', async () => {
    await given();
    await github.addByHand(REPOSITORY, 'ada', 'push');
    await github.inviteByHand(REPOSITORY, 'ada', 'push');
    const remove = (login: string) => status('DELETE', `${at}/collaborators/${login}`);
    expect([await remove('ada'), await remove('grace'), await remove('nobody')]).toEqual([204, 204, 404]);
    expect((await ask('GET', `${at}/invitations`)).json).toMatchObject([{ invitee: user('ada') }]);
    await github.removeByHand(REPOSITORY, 'ada');
    expect((await ask('GET', `${at}/invitations`)).json).toEqual([]);
  });

  test('given every way, when listed by affiliation, then direct, outside and all, each with the highest of its roles', async () => {
    await given();
    await github.addUsers('eve', 'fay');
    await github.addByHand(REPOSITORY, 'ada', 'triage');
    await github.addByHand(REPOSITORY, 'grace', 'pull');
    await github.addToTeam(REPOSITORY, 'core', 'maintain', 'grace');
    await github.addMember('acme', 'eve');
    await github.setBasePermission('acme', 'read');
    await github.addMember('acme', 'fay', 'owner');
    expect(await logins('direct')).toEqual(['ada triage', 'grace maintain']);
    expect(await logins('outside')).toEqual(['ada triage']);
    expect(await logins('all')).toEqual([
      'ada triage',
      'grace maintain',
      'drawbridge-bot admin',
      'eve read',
      'fay admin',
    ]);
    expect(await github.collaborators(REPOSITORY)).toEqual([
      { login: 'ada', permission: 'triage' },
      { login: 'grace', permission: 'maintain' },
      { login: 'eve', permission: 'pull' },
      { login: 'fay', permission: 'admin' },
    ]);
    expect(await status('GET', `${at}/collaborators/eve`)).toBe(204);
    await github.removeFromTeam(REPOSITORY, 'core', 'grace');
    expect(await held('grace')).toMatchObject({ role_name: 'read' });
    await github.removeMember('acme', 'grace');
    expect(await held('grace')).toMatchObject({ permission: 'none' });
  });

  test('given a role of the organisation’s own, when read, then its name, with the flags of what it builds on', async () => {
    await given();
    await github.addCustomRole('acme', 'release-crew', 'push');
    await github.addByHand(REPOSITORY, 'ada', 'release-crew');
    const permissions = { pull: true, triage: true, push: true, maintain: false, admin: false };
    expect(await held('ada')).toMatchObject({ permission: 'write', role_name: 'release-crew', user: { permissions } });
  });

  test('given a public repository, when the permission of a stranger is read, then it is read, and nobody is listed for it', async () => {
    await given();
    await github.setPublic(REPOSITORY);
    expect(await held('ada')).toMatchObject({ permission: 'read' });
    expect([await status('GET', `${at}/collaborators/ada`), await logins('all')]).toEqual([
      404,
      ['drawbridge-bot admin'],
    ]);
  });
});

describe('invitations', () => {
  const all = async () => (await ask('GET', `${at}/invitations`)).json;

  test('given one that waits, when put again, changed and cancelled, then it is the same one until it is gone', async () => {
    await given({ invitations: 'wait' });
    const first = (await put('ada', 'push')).json;
    expect((await put('ada', 'admin')).json).toEqual(first);
    const { id } = first as { id: number };
    expect(await ask('PATCH', `${at}/invitations/${id}`, { permissions: 'read' })).toMatchObject({
      status: 200,
      json: { id, permissions: 'read' },
    });
    expect(await status('PATCH', `${at}/invitations/${id}`, { permissions: 'boss' })).toBe(422);
    const cancel = () => status('DELETE', `${at}/invitations/${id}`);
    expect([await cancel(), await cancel(), await all()]).toEqual([204, 404, []]);
  });

  test('given a week, when it is over, then it is lapsed, cannot be accepted, and another is made', async () => {
    await given({ invitations: 'wait' });
    await put('ada');
    github.setClock(7 * 86_400_000 - 60_000);
    expect(await all()).toMatchObject([{ expired: false }]);
    github.setClock(7 * 86_400_000 + 60_000);
    expect(await all()).toMatchObject([{ expired: true }]);
    await expect(github.acceptInvitation(REPOSITORY, 'ada')).rejects.toThrow('Nothing waits');
    await put('ada');
    expect(await all()).toMatchObject([{ expired: true }, { expired: false }]);
    await github.acceptInvitation(REPOSITORY, 'ada');
    expect(await held('ada')).toMatchObject({ role_name: 'write' });
  });

  test('given one that went to an address, when listed, then it names no account', async () => {
    await given();
    await github.inviteAddress(REPOSITORY, 'push');
    expect(await all()).toMatchObject([{ invitee: null, permissions: 'write' }]);
  });
});

test('given an archived repository, when changed, then refused with GitHub’s words, and read as before', async () => {
  await given();
  await github.archive(REPOSITORY);
  expect(await put('ada')).toMatchObject({
    status: 403,
    json: { message: 'Repository was archived so is read-only.' },
  });
  expect(await ask('GET', at)).toMatchObject({ status: 200, json: { archived: true } });
  await github.archive(REPOSITORY, false);
  expect((await put('ada')).status).toBe(201);
});

test('given a long list, when read, then in pages with links to the others by number', async () => {
  const users = Array.from({ length: 5 }, (_, i) => `dev-${i}`);
  await given({ users });
  for (const login of users) await github.addByHand(REPOSITORY, login, 'pull');
  const found = await ask('GET', `${at}/collaborators?affiliation=direct&per_page=2&page=2`);
  const base = `${github.url}/repositories/${github.repositoryId(REPOSITORY)}/collaborators?affiliation=direct&per_page=2`;
  expect(found.json).toMatchObject([{ login: 'dev-2' }, { login: 'dev-3' }]);
  expect(found.headers.get('link')).toBe(
    `<${base}&page=1>; rel="prev", <${base}&page=3>; rel="next", <${base}&page=3>; rel="last", <${base}&page=1>; rel="first"`,
  );
});
