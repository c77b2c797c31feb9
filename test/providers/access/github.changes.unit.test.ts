import type { AccessProvider } from '../../../providers/access/port.js';
import type { GithubOptions } from '../../../sandbox/github/github.js';
import { GITHUB_LIMITS } from '../../../sandbox/github/limits.js';
import { allowed } from '../../support/providers/contract.js';
import { LOGIN, type OnGithub, PLACE, startOnGithub } from '../../support/providers/onGithub.js';
import { failureOf } from '../../support/providers/stub.js';

let on: OnGithub;
const given = async (options: Partial<GithubOptions> = {}) => {
  on = await startOnGithub(options);
  return on;
};
afterEach(() => on.github.stop());

const grant = (permission: string, at: AccessProvider = on.provider) => at.grant(on.target, { permission }, allowed);
const changes = (asked: string[]) => asked.filter((one) => !one.startsWith('GET'));
const refused = (message: string) => ({ code: 'ProviderRefused', message, retryAfterMs: undefined });

describe('granting', () => {
  test.each([
    ['read', 'pull'],
    ['write', 'push'],
  ])('given %s in GitHub’s other word, when granted, then it is %s', async (word, permission) => {
    const { provider, target } = await given();
    await grant(word);
    expect(await provider.observe(target)).toMatchObject({ state: 'present', permission });
  });

  test('given an invitation with another permission, when granted, then that one is changed', async () => {
    const { requestsOf } = await given({ invitations: 'wait' });
    await grant('push');
    expect(changes(await requestsOf(() => grant('pull')))).toEqual(['PATCH /repositories/#/invitations/#']);
  });

  test('given an invitation with the permission, when granted, then nothing is sent that gives something', async () => {
    const { requestsOf } = await given({ invitations: 'wait' });
    await grant('push');
    expect(changes(await requestsOf(() => grant('push')))).toEqual([]);
  });

  test('given an invitation that lapsed, when granted, then it goes and another comes', async () => {
    const { github, provider, target, requestsOf } = await given({ invitations: 'wait' });
    await grant('push');
    await github.expireInvitations(PLACE);
    expect(changes(await requestsOf(() => grant('push')))).toEqual([
      'DELETE /repositories/#/invitations/#',
      `PUT /repositories/#/collaborators/${LOGIN}`,
    ]);
    expect(await provider.observe(target)).toEqual({
      ...target,
      state: 'invited',
      permission: 'push',
      ways: [{ by: 'invitation', permission: 'push' }],
    });
  });

  test('given a member of the organisation, when granted, then directly and without an invitation', async () => {
    const { github, provider, target } = await given({ invitations: 'wait' });
    await github.addMember('acme', LOGIN);
    await grant('push');
    expect(await provider.observe(target)).toEqual({
      ...target,
      state: 'present',
      permission: 'push',
      ways: [{ by: 'direct', permission: 'push' }],
    });
  });

  test('given a managed user of another enterprise, when granted, then refused with the reason', async () => {
    const { github } = await given();
    await github.setManaged(LOGIN);
    expect(await failureOf(grant('push'))).toEqual(
      refused('GitHub does not let managed users of another enterprise in, nor others into one (HTTP 422).'),
    );
  });

  test('given a limit on what may be made in a minute, when granted, then told to wait', async () => {
    await given({ limits: { ...GITHUB_LIMITS, contentAMinute: 0 } });
    expect(await failureOf(grant('push'))).toEqual({
      code: 'ProviderRateLimited',
      message: 'GitHub asks for fewer requests.',
      retryAfterMs: 60_000,
    });
  });
});

describe('withdrawing', () => {
  test('given access, an open and a lapsed invitation, when withdrawn, then the invitations go first', async () => {
    const { github, provider, target, requestsOf } = await given();
    await github.inviteByHand(PLACE, LOGIN, 'push');
    await github.expireInvitations(PLACE);
    await github.inviteByHand(PLACE, LOGIN, 'pull');
    await github.addByHand(PLACE, LOGIN, 'push');
    expect(changes(await requestsOf(() => provider.withdraw(target)))).toEqual([
      'DELETE /repositories/#/invitations/#',
      'DELETE /repositories/#/invitations/#',
      `DELETE /repositories/#/collaborators/${LOGIN}`,
    ]);
    expect(await provider.observe(target)).toEqual({ ...target, state: 'absent', ways: [] });
  });

  test('given an invitation that was accepted after a withdrawal, when observed, then there is nothing to accept', async () => {
    const { github, provider, target } = await given({ invitations: 'wait' });
    await grant('push');
    await provider.withdraw(target);
    await expect(github.acceptInvitation(PLACE, LOGIN)).rejects.toThrow('Nothing waits to be accepted.');
    expect(await provider.observe(target)).toMatchObject({ state: 'absent' });
  });

  test('given an archived repository, when withdrawn, then refused with the reason, and present still', async () => {
    const { github, provider, target } = await given();
    await grant('push');
    await github.archive(PLACE);
    expect(await failureOf(provider.withdraw(target))).toEqual(
      refused('The repository is archived: nothing can be changed on it (HTTP 403).'),
    );
    expect(await provider.observe(target)).toMatchObject({ state: 'present' });
  });

  test('given a removal that is answered and not done, when observed, then present still', async () => {
    const { github, provider, target } = await given();
    await grant('push');
    github.setFault({ kind: 'dropDelete', drop: (n) => n === 1 });
    await provider.withdraw(target);
    expect(await provider.observe(target)).toMatchObject({ state: 'present' });
    await provider.withdraw(target);
    expect(await provider.observe(target)).toMatchObject({ state: 'absent' });
  });

  test('given a refusal to remove, when withdrawn, then it is not swallowed', async () => {
    const { github, provider, target } = await given();
    await grant('push');
    github.setFault({
      kind: 'status',
      status: 403,
      message: 'Must have admin rights to Repository.',
      changesOnly: true,
    });
    expect(await failureOf(provider.withdraw(target))).toEqual(
      refused('The token does not administer the repository (HTTP 403).'),
    );
  });
});

describe('the account that the token belongs to', () => {
  const own = () => ({ ...on.target, account: { id: String(on.github.accountId('drawbridge-bot')), name: 'x' } });

  test('given it, when granted or withdrawn, then refused and nothing is changed', async () => {
    const { provider, requestsOf } = await given({ own: 'administrator' });
    const message = 'This is the account of Drawbridge’s own token. Its access is not changed.';
    const asked = await requestsOf(async () => {
      expect(await failureOf(provider.grant(own(), { permission: 'pull' }, allowed))).toEqual(refused(message));
      expect(await failureOf(provider.withdraw(own()))).toEqual(refused(message));
    });
    expect(asked).toEqual(['GET /user']);
  });

  test('given that GitHub cannot say whose the token is, when withdrawn, then that fails as a whole and is asked again', async () => {
    const { github, provider, target } = await given();
    await github.addByHand(PLACE, LOGIN, 'push');
    github.setFault({ kind: 'status', status: 500 });
    expect((await failureOf(provider.withdraw(target))).code).toBe('ProviderUnavailable');
    await provider.withdraw(target);
    expect(await provider.observe(target)).toMatchObject({ state: 'absent' });
  });
});
