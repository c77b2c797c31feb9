import { createGitHubProvider } from '../../../providers/access/github/provider.js';
import type { GithubOptions } from '../../../sandbox/github/github.js';
import { LOGIN, type OnGithub, PLACE, startOnGithub } from '../../support/providers/onGithub.js';
import { failureOf, startStub } from '../../support/providers/stub.js';

let on: OnGithub;
const given = async (options: Partial<GithubOptions> = {}) => {
  on = await startOnGithub(options);
  return on;
};
afterEach(() => on.github.stop());

const present = (permission: string, ...ways: object[]) => ({ ...on.target, state: 'present', permission, ways });
const absent = () => ({ ...on.target, state: 'absent', ways: [] });

describe('the requests that it takes', () => {
  test('given an account that is absent, when observed, then three', async () => {
    const { provider, target, requestsOf } = await given();
    expect(await requestsOf(() => provider.observe(target))).toEqual([
      'GET /repositories/#',
      'GET /repositories/#/invitations',
      `GET /repositories/#/collaborators/${LOGIN}/permission`,
    ]);
  });

  test('given a renamed account that is absent, when observed, then two more', async () => {
    const { github, provider, target, requestsOf } = await given();
    await github.renameUser(LOGIN, 'ana-2');
    expect(await requestsOf(() => provider.observe(target))).toEqual([
      'GET /repositories/#',
      'GET /repositories/#/invitations',
      `GET /repositories/#/collaborators/${LOGIN}/permission`,
      'GET /user/#',
      'GET /repositories/#/collaborators/ana-2/permission',
    ]);
  });

  test('given a collaborator from outside, when observed, then neither teams nor the organisation are asked', async () => {
    const { github, provider, target, requestsOf } = await given();
    await github.addByHand(PLACE, LOGIN, 'push');
    expect((await requestsOf(() => provider.observe(target))).slice(3)).toEqual([
      'GET /repositories/#/collaborators',
      `GET /orgs/acme/memberships/${LOGIN}`,
    ]);
  });

  test('given two withdrawals, when the second is asked, then who the token is was asked once', async () => {
    const { provider, target, requestsOf } = await given();
    const each = [
      'GET /repositories/#',
      'GET /repositories/#/invitations',
      'GET /user/#',
      `DELETE /repositories/#/collaborators/${LOGIN}`,
    ];
    expect(await requestsOf(() => provider.withdraw(target))).toEqual(['GET /user', ...each]);
    expect(await requestsOf(() => provider.withdraw(target))).toEqual(each);
  });
});

describe('observing', () => {
  test('given a team, the base permission and a direct role, when observed, then all three, and the highest in effect', async () => {
    const { github, provider, target } = await given();
    await github.addByHand(PLACE, LOGIN, 'triage');
    await github.addToTeam(PLACE, 'contractors', 'maintain', LOGIN);
    await github.setBasePermission('acme', 'read');
    // Of a direct role GitHub tells the highest that the account has.
    expect(await provider.observe(target)).toEqual(
      present(
        'maintain',
        { by: 'direct', permission: 'maintain' },
        { by: 'team', through: 'contractors', permission: 'maintain' },
        { by: 'organisation', through: 'member', permission: 'pull' },
      ),
    );
  });

  test('given access by two teams, when it was withdrawn, then it is present by both still', async () => {
    const { github, provider, target } = await given();
    await github.addByHand(PLACE, LOGIN, 'push');
    for (const team of ['blue', 'red']) await github.addToTeam(PLACE, team, 'push', LOGIN);
    await provider.withdraw(target);
    expect(await provider.observe(target)).toEqual(
      present(
        'push',
        { by: 'team', through: 'blue', permission: 'push' },
        { by: 'team', through: 'red', permission: 'push' },
      ),
    );
  });

  test('given a role of the organisation’s own, when observed, then it keeps its name', async () => {
    const { github, provider, target } = await given();
    await github.addCustomRole('acme', 'release-crew', 'push');
    await github.addByHand(PLACE, LOGIN, 'release-crew');
    expect(await provider.observe(target)).toEqual(
      present('release-crew', { by: 'direct', permission: 'release-crew' }),
    );
  });

  test('given a member where the base permission gives nothing, when observed, then absent', async () => {
    const { github, provider, target } = await given();
    await github.addMember('acme', LOGIN);
    expect(await provider.observe(target)).toEqual(absent());
  });

  test('given a token that is not told the base permission, when observed, then present by a way that cannot be told', async () => {
    const { github, provider, target } = await given({ own: 'administrator' });
    await github.addMember('acme', LOGIN);
    await github.setBasePermission('acme', 'write');
    expect(await provider.observe(target)).toEqual(present('push', { by: 'other', permission: 'push' }));
  });

  test('given more in effect than the ways that are seen give, when observed and listed, then the rest is a way that cannot be told', async () => {
    const { github, provider, target } = await given({ own: 'administrator' });
    await github.addToTeam(PLACE, 'contractors', 'triage', LOGIN);
    await github.setBasePermission('acme', 'write');
    const ways = [
      { by: 'team', through: 'contractors', permission: 'triage' },
      { by: 'other', permission: 'push' },
    ];
    expect(await provider.observe(target)).toEqual(present('push', ...ways));
    const found = await provider.list(target.place);
    const accounts = 'gone' in found ? [] : found.accounts.filter(({ own }) => !own);
    expect(accounts).toEqual([{ account: target.account, state: 'present', permission: 'push', ways }]);
  });

  test('given an invitation to an account that is in by a team, when observed and listed, then once with both ways', async () => {
    const { github, provider, target } = await given();
    await github.addToTeam(PLACE, 'contractors', 'pull', LOGIN);
    await github.inviteByHand(PLACE, LOGIN, 'admin');
    const ways = [
      { by: 'team', through: 'contractors', permission: 'pull' },
      { by: 'invitation', permission: 'admin' },
    ];
    expect(await provider.observe(target)).toEqual(present('pull', ...ways));
    const found = await provider.list(target.place);
    const accounts = 'gone' in found ? [] : found.accounts.filter(({ own }) => !own);
    expect(accounts).toEqual([{ account: target.account, state: 'present', permission: 'pull', ways }]);
  });

  test('given an invitation that lapsed, when observed, then absent, and it is told', async () => {
    const { github, provider, target } = await given({ invitations: 'wait' });
    await provider.grant(target, { permission: 'push' }, (send) => send());
    await github.expireInvitations(PLACE);
    expect(await provider.observe(target)).toEqual({ ...absent(), lapsedInvitation: true });
  });

  test('given invitations to an address and to another, when observed, then absent', async () => {
    const { github, provider, target } = await given();
    await github.inviteAddress(PLACE, 'push');
    await github.inviteByHand(PLACE, 'bo-dev', 'push');
    expect(await provider.observe(target)).toEqual(absent());
  });

  test('given a public repository, when observed, then what everybody may is nothing, and what was given is something', async () => {
    const { github, provider, target } = await given();
    await github.setPublic(PLACE);
    expect(await provider.observe(target)).toEqual(absent());
    await github.addByHand(PLACE, LOGIN, 'pull');
    expect(await provider.observe(target)).toEqual(present('pull', { by: 'direct', permission: 'pull' }));
  });

  test('given invitations that the token may not see, when observed, then refused and not absent', async () => {
    const { provider, target } = await given({ own: 'reader' });
    expect(await failureOf(provider.observe(target))).toEqual({
      code: 'ProviderRefused',
      message: 'GitHub shows the token no invitations: it does not administer the repository (HTTP 404).',
      retryAfterMs: undefined,
    });
  });

  test('given a token whose account was put out of the organisation, when observed, then refused and not gone', async () => {
    const { github, provider, target } = await given();
    await github.setOwn('nobody');
    expect(await failureOf(provider.observe(target))).toMatchObject({
      code: 'ProviderRefused',
      message: expect.stringContaining('nothing is proven'),
    });
  });

  test('given single sign-on that the token was not let through, when observed, then refused with the reason', async () => {
    const { github, provider, target } = await given();
    await github.setSso('acme', true);
    expect(await failureOf(provider.observe(target))).toMatchObject({
      message: 'The organisation asks for single sign-on: the token has to be authorised for it (HTTP 403).',
    });
  });

  test('given an account that GitHub hides and that is on the repository, when observed, then present and not gone', async () => {
    const { target } = await given();
    const at = `GET /repositories/${target.place.id}`;
    const [id, place] = [Number(target.account.id), Number(target.place.id)];
    const owner = { id: 4, login: 'acme', type: 'User' };
    const stub = await startStub({
      [at]: { status: 200, json: { id: place, full_name: PLACE, private: true, owner } },
      [`${at}/invitations`]: { status: 200, json: [] },
      [`${at}/collaborators`]: { status: 200, json: [{ id, login: 'ana-2', role_name: 'write' }] },
      [`${at}/collaborators/ana-2/permission`]: { status: 200, json: { permission: 'write', user: null } },
    });
    const provider = createGitHubProvider({ baseUrl: stub.url, token: 'x', throttle: false });
    expect(await provider.observe(target)).toEqual({
      ...present('push', { by: 'direct', permission: 'push' }),
      account: { id: target.account.id, name: 'ana-2' },
    });
    await stub.close();
  });
});

test('given a team that the account was asked into and has not joined, when observed, then that is no way', async () => {
  const { target } = await given();
  const at = `GET /repositories/${target.place.id}`;
  const owner = { id: 4, login: 'acme', type: 'Organization' };
  const ok = (json: unknown) => ({ status: 200, json });
  const user = { id: Number(target.account.id), login: LOGIN };
  const stub = await startStub({
    [at]: ok({ id: Number(target.place.id), full_name: PLACE, private: true, owner }),
    [`${at}/invitations`]: ok([]),
    [`${at}/collaborators/${LOGIN}/permission`]: ok({ permission: 'write', user }),
    [`${at}/collaborators`]: ok([]),
    [`${at}/teams`]: ok([{ slug: 'core', name: 'Core', permission: 'push' }]),
    [`GET /orgs/acme/memberships/${LOGIN}`]: ok({ state: 'pending', role: 'admin' }),
    [`GET /orgs/acme/teams/core/memberships/${LOGIN}`]: ok({ state: 'pending', role: 'member' }),
  });
  const provider = createGitHubProvider({ baseUrl: stub.url, token: 'x', throttle: false });
  expect(await provider.observe(target)).toEqual(present('push', { by: 'other', permission: 'push' }));
  await stub.close();
});

test('given an account that GitHub hides and that an invitation waits for, when observed, then invited and not gone', async () => {
  const { target } = await given();
  const at = `GET /repositories/${target.place.id}`;
  const owner = { id: 4, login: 'acme', type: 'Organization' };
  const invitee = { id: Number(target.account.id), login: 'ana-2' };
  const stub = await startStub({
    [at]: { status: 200, json: { id: Number(target.place.id), full_name: PLACE, private: true, owner } },
    [`${at}/invitations`]: { status: 200, json: [{ id: 5, permissions: 'write', invitee, expired: false }] },
    [`${at}/collaborators`]: { status: 200, json: [] },
  });
  const provider = createGitHubProvider({ baseUrl: stub.url, token: 'x', throttle: false });
  expect(await provider.observe(target)).toEqual({
    place: target.place,
    account: { id: target.account.id, name: 'ana-2' },
    state: 'invited',
    permission: 'push',
    ways: [{ by: 'invitation', permission: 'push' }],
  });
  await stub.close();
});

describe('identifying', () => {
  test('given another case of the names, when identified, then under the names as GitHub writes them', async () => {
    const { provider, target } = await given();
    expect(await provider.identifyAccount('ANA-DEV')).toEqual(target.account);
    expect(await provider.identifyPlace('Acme/Scoring')).toEqual(target.place);
  });

  test('given the old name of a renamed repository, when identified, then the repository under its new name', async () => {
    const { github, provider, target } = await given();
    await github.renameRepository(PLACE, 'acme/scoring-v1');
    expect(await provider.identifyPlace(PLACE)).toEqual({ ...target.place, name: 'acme/scoring-v1' });
  });

  test('given an organisation, when identified as an account, then nobody', async () => {
    const { provider } = await given();
    expect(await provider.identifyAccount('acme')).toBeUndefined();
  });

  test('given a repository that the token may not see, when identified, then none', async () => {
    const { provider } = await given({ own: 'nobody' });
    expect(await provider.identifyPlace(PLACE)).toBeUndefined();
  });
});

describe('listing', () => {
  const account = (name: string) => ({ id: String(on.github.accountId(name)), name });

  test('given everybody by every way, when listed, then each once, invitations with and without an account too', async () => {
    const { github, provider, target } = await given();
    await github.addUsers('cy', 'di', 'eve', 'fay');
    await github.addByHand(PLACE, LOGIN, 'push');
    await github.addToTeam(PLACE, 'contractors', 'triage', 'cy');
    await github.addMember('acme', 'di');
    await github.setBasePermission('acme', 'read');
    await github.addMember('acme', 'eve', 'owner');
    await github.inviteByHand(PLACE, 'fay', 'maintain');
    await github.inviteAddress(PLACE, 'pull');
    const [byMembership, byOwning] = [
      { by: 'organisation', through: 'member', permission: 'pull' },
      { by: 'organisation', through: 'owner', permission: 'admin' },
    ];
    const bot = account('drawbridge-bot');
    const address = expect.stringMatching(/^invitation:\d+$/);
    expect(await provider.list(target.place)).toEqual({
      place: target.place,
      accounts: [
        {
          account: target.account,
          state: 'present',
          permission: 'push',
          ways: [{ by: 'direct', permission: 'push' }],
        },
        { account: bot, state: 'present', permission: 'admin', ways: [byOwning], own: true },
        {
          account: account('cy'),
          state: 'present',
          permission: 'triage',
          ways: [{ by: 'team', through: 'contractors', permission: 'triage' }, byMembership],
        },
        { account: account('di'), state: 'present', permission: 'pull', ways: [byMembership] },
        { account: account('eve'), state: 'present', permission: 'admin', ways: [byOwning] },
        {
          account: account('fay'),
          state: 'invited',
          permission: 'maintain',
          ways: [{ by: 'invitation', permission: 'maintain' }],
        },
        {
          account: { id: address, name: address },
          state: 'invited',
          permission: 'pull',
          ways: [{ by: 'invitation', permission: 'pull' }],
        },
      ],
      unseen: [],
    });
  });

  test('given a token that is not told the base permission, when listed, then who comes by it stands there, and that is named', async () => {
    const { github, provider, target } = await given({ own: 'administrator' });
    await github.addMember('acme', LOGIN);
    await github.setBasePermission('acme', 'write');
    const found = await provider.list(target.place);
    expect(found).toEqual({
      place: target.place,
      accounts: [
        {
          account: target.account,
          state: 'present',
          permission: 'push',
          ways: [{ by: 'other', permission: 'push' }],
        },
        {
          account: account('drawbridge-bot'),
          state: 'present',
          permission: 'admin',
          ways: [{ by: 'direct', permission: 'admin' }],
          own: true,
        },
      ],
      unseen: ['organisation'],
    });
  });

  test.each([
    ['teams', undefined],
    ['who is in a team', [{ slug: 'core', name: 'core', permission: 'push' }]],
  ])('given that the token may not see %s, when listed, then that is named', async (_, teams) => {
    const { target } = await given();
    const at = `GET /repositories/${target.place.id}`;
    const owner = { id: 4, login: 'acme', type: 'Organization' };
    const json = { id: Number(target.place.id), full_name: PLACE, private: true, owner };
    const one = { id: Number(target.account.id), login: LOGIN, permissions: { triage: true, pull: true } };
    const refusal = { status: 403, json: { message: 'Resource not accessible by integration' } };
    const stub = await startStub({
      [at]: { status: 200, json },
      [`${at}/invitations`]: { status: 200, json: [] },
      [`${at}/collaborators`]: { status: 200, json: [one] },
      [`${at}/teams`]: teams === undefined ? refusal : { status: 200, json: teams },
      'GET /orgs/acme/teams/core/members': refusal,
      'GET /orgs/acme/members': refusal,
      'GET /orgs/acme': refusal,
      'GET /user': refusal,
    });
    const provider = createGitHubProvider({ baseUrl: stub.url, token: 'x', throttle: false });
    expect(await provider.list(target.place)).toEqual({
      place: target.place,
      accounts: [
        {
          account: target.account,
          state: 'present',
          permission: 'triage',
          ways: [{ by: 'direct', permission: 'triage' }],
        },
      ],
      unseen: ['teams', 'organisation'],
    });
    await stub.close();
  });
});
