import { createGitHubProvider } from '../../../providers/access/github/provider.js';
import type { RequestNote } from '../../../providers/access/github/requests.js';
import type { WhileAllowed } from '../../../providers/access/port.js';
import { type LocalGithub, startGithub } from '../../../sandbox/github/github.js';
import { failureOf } from '../../support/providers/stub.js';

const held: WhileAllowed = (send) => send();

const resource = 'acme/scoring';
const target = { resource, account: 'ana-dev' };
const present = (permission: string) => ({ state: 'present', permission });
const unavailable = {
  code: 'ProviderUnavailable',
  message: 'GitHub could not be reached, or did not answer in time.',
  retryAfterMs: undefined,
};

let github: LocalGithub;
const notes: RequestNote[] = [];

beforeEach(async () => {
  notes.length = 0;
  github = await startGithub({ users: ['ana-dev', 'bo-dev'], repositories: [resource] });
});
afterEach(() => github.stop());

const provider = (token = github.token) =>
  createGitHubProvider({ baseUrl: github.url, token, throttle: false, log: (note) => notes.push(note) });

test('given nobody was let in, when observed and listed, then absent and nobody', async () => {
  expect(await provider().observe(target)).toEqual({ state: 'absent' });
  expect(await provider().list(resource)).toEqual([]);
});

test.each(['pull', 'triage', 'push', 'maintain', 'admin'])(
  'given %s was opened, when observed, then present with it',
  async (word) => {
    await provider().open(target, word, held);
    expect(await provider().observe(target)).toEqual(present(word));
  },
);

test('given an account was opened twice with another permission, when observed, then the last holds', async () => {
  await provider().open(target, 'push', held);
  await provider().open(target, 'pull', held);
  expect(await provider().observe(target)).toEqual(present('pull'));
});

test('given two accounts, when one is closed twice, then it is absent and the other stays', async () => {
  await provider().open(target, 'push', held);
  await github.addByHand(resource, 'bo-dev', 'triage');
  await provider().close(target);
  await provider().close(target);
  expect(await provider().observe(target)).toEqual({ state: 'absent' });
  expect(await provider().list(resource)).toEqual([{ account: 'bo-dev', permission: 'triage', state: 'present' }]);
});

test('given the account that the token belongs to, when listed, then it is marked as the provider’s own', async () => {
  await github.addByHand(resource, 'bo-dev', 'pull');
  await github.addByHand(resource, 'drawbridge-bot', 'admin');
  expect(await provider().list(resource)).toEqual([
    { account: 'bo-dev', permission: 'pull', state: 'present' },
    { account: 'drawbridge-bot', permission: 'admin', state: 'present', own: true },
  ]);
});

test('given a removal that is answered and not done, when observed, then still present', async () => {
  await provider().open(target, 'push', held);
  github.setFault({ kind: 'dropDelete', drop: (n) => n === 1 });
  await provider().close(target);
  expect(await provider().observe(target)).toEqual(present('push'));
  await provider().close(target);
  expect(await provider().observe(target)).toEqual({ state: 'absent' });
});

test('given the answer to an opening is lost, when observed, then it was done', async () => {
  github.setFault({ kind: 'dropAnswer' });
  expect(await failureOf(provider().open(target, 'push', held))).toEqual(unavailable);
  expect(await provider().observe(target)).toEqual(present('push'));
});

test('given GitHub is down, when observed, then unavailable', async () => {
  github.setFault({ kind: 'down' });
  expect(await failureOf(provider().observe(target))).toEqual(unavailable);
});

test('given a login that nobody has, when observed, then refused and not absent', async () => {
  expect(await failureOf(provider().observe({ resource, account: 'nobody-here' }))).toEqual({
    code: 'ProviderRefused',
    message: 'GitHub knows no account of this login: it was renamed, deleted, or mistyped.',
    retryAfterMs: undefined,
  });
});

test('given a repository that does not exist, when anything is asked, then refused', async () => {
  const elsewhere = { resource: 'acme/gone', account: 'ana-dev' };
  const failures = [
    await failureOf(provider().observe(elsewhere)),
    await failureOf(provider().open(elsewhere, 'push', held)),
    await failureOf(provider().close(elsewhere)),
    await failureOf(provider().list('acme/gone')),
  ];
  expect(failures.map(({ code }) => code)).toEqual(Array(4).fill('ProviderRefused'));
});

test('given a token that nobody issued, when observed, then refused', async () => {
  expect((await failureOf(provider('made-up').observe(target))).code).toBe('ProviderRefused');
});

test('given requests were made, when their notes are read, then they name routes and nobody', async () => {
  await provider().open(target, 'push', held);
  expect(notes.map(({ route, status }) => `${route} ${status}`)).toEqual([
    'GET /user 200',
    'GET /repos/{owner}/{repo}/invitations 404',
    'GET /user 200',
    'GET /repos/{owner}/{repo}/collaborators/{username}/permission 200',
    'PUT /repos/{owner}/{repo}/collaborators/{username} 201',
  ]);
});
