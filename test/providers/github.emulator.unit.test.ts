import { createGitHubProvider } from '../../providers/github/provider.js';
import type { RequestNote } from '../../providers/github/requests.js';
import { type LocalEmulator, startEmulator } from './emulator.js';

const TOKEN = 'tok-of-the-owner';
const WEAK_TOKEN = 'tok-of-an-engineer';
const resource = 'acme/scoring';
const target = { resource, account: 'ana-dev' };

let emulator: LocalEmulator;
const notes: RequestNote[] = [];

beforeEach(async () => {
  notes.length = 0;
  emulator = await startEmulator({
    tokens: { [TOKEN]: { login: 'acme', scopes: ['repo'] }, [WEAK_TOKEN]: { login: 'bo-dev', scopes: ['repo'] } },
    github: {
      users: [{ login: 'acme' }, { login: 'ana-dev' }, { login: 'bo-dev' }],
      repos: [
        { owner: 'acme', name: 'scoring', private: true },
        { owner: 'acme', name: 'site', private: false },
      ],
    },
  });
});
afterEach(() => emulator.close());

const provider = (token = TOKEN) =>
  createGitHubProvider({ baseUrl: emulator.url, token, throttle: false, log: (note) => notes.push(note) });

test('given nobody was let in, when observed, then absent', async () => {
  expect(await provider().observe(target)).toEqual({ state: 'absent' });
});

test.each(['pull', 'triage', 'push', 'maintain', 'admin'])(
  'given %s was opened, when observed, then present with it',
  async (word) => {
    await provider().open(target, word);
    expect(await provider().observe(target)).toEqual({ state: 'present', permission: word });
  },
);

test('given an account was opened twice with another permission, when observed, then the last holds', async () => {
  await provider().open(target, 'push');
  await provider().open(target, 'pull');
  expect(await provider().observe(target)).toEqual({ state: 'present', permission: 'pull' });
});

test('given two accounts, when one is closed twice, then it is absent and the other stays', async () => {
  await provider().open(target, 'push');
  await provider().open({ resource, account: 'bo-dev' }, 'triage');
  await provider().close(target);
  await provider().close(target);
  expect(await provider().observe(target)).toEqual({ state: 'absent' });
  expect(await provider().list(resource)).toEqual([{ account: 'bo-dev', permission: 'triage', state: 'present' }]);
});

test('given nobody was let in, when listed, then the owner is no finding', async () => {
  expect(await provider().list(resource)).toEqual([]);
});

test('given a public repository, when a collaborator may only read, then present until closed', async () => {
  const open = { resource: 'acme/site', account: 'ana-dev' };
  expect(await provider().observe(open)).toEqual({ state: 'absent' });
  await provider().open(open, 'pull');
  expect(await provider().observe(open)).toEqual({ state: 'present', permission: 'pull' });
  await provider().close(open);
  expect(await provider().observe(open)).toEqual({ state: 'absent' });
});

test('given a login that nobody has, when observed, then refused and not absent', async () => {
  await expect(provider().observe({ resource, account: 'nobody-here' })).rejects.toMatchObject({
    code: 'ProviderRefused',
    message: 'GitHub knows no account of this login: it was renamed, deleted, or mistyped.',
  });
});

test('given a repository that does not exist, when anything is asked, then refused', async () => {
  const elsewhere = { resource: 'acme/gone', account: 'ana-dev' };
  const refused = { code: 'ProviderRefused' };
  await expect(provider().observe(elsewhere)).rejects.toMatchObject(refused);
  await expect(provider().open(elsewhere, 'push')).rejects.toMatchObject(refused);
  await expect(provider().close(elsewhere)).rejects.toMatchObject(refused);
  await expect(provider().list('acme/gone')).rejects.toMatchObject(refused);
});

test('given the token of an engineer with access, when another is observed, then refused', async () => {
  await provider().open({ resource, account: 'bo-dev' }, 'push');
  await expect(provider(WEAK_TOKEN).observe(target)).rejects.toMatchObject({
    code: 'ProviderRefused',
  });
});

test('given the emulator is gone, when observed, then unavailable', async () => {
  const asked = provider();
  await emulator.close();
  await expect(asked.observe(target)).rejects.toMatchObject({
    code: 'ProviderUnavailable',
    message: 'GitHub could not be reached, or did not answer in time.',
  });
  emulator = await startEmulator({});
});

test('given requests were made, when their notes are read, then they name routes and nobody', async () => {
  await provider().open(target, 'push');
  expect(notes.map(({ route, status }) => `${route} ${status}`)).toEqual([
    'GET /repos/{owner}/{repo}/invitations 404',
    'GET /user 200',
    'GET /repos/{owner}/{repo}/collaborators/{username}/permission 200',
    'PUT /repos/{owner}/{repo}/collaborators/{username} 201',
  ]);
});
