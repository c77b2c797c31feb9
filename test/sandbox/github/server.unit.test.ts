import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalGithub, startGithub } from '../../../sandbox/github/github.js';
import { askGithub } from '../../support/providers/askGithub.js';

const REPOSITORY = 'acme/model';
const COLLABORATORS = `/repos/${REPOSITORY}/collaborators`;
let github: LocalGithub;
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drawbridge-github-'));
  github = await start();
});
afterEach(async () => {
  await github.stop();
  await rm(dir, { recursive: true });
});

const file = () => join(dir, 'github.json');
const start = () => startGithub({ users: ['ada', 'grace'], repositories: [REPOSITORY], snapshotFile: file() });
const ask = (method: string, path: string, body?: unknown) => askGithub(github, method, path, body);

test('given requests, when their record is read, then method, path and time, and never a body', async () => {
  await ask('PUT', `${COLLABORATORS}/ada`, { permission: 'push' });
  await ask('GET', `${COLLABORATORS}/ada/permission`);
  expect(github.requests()).toEqual([
    { method: 'PUT', path: `${COLLABORATORS}/ada`, at: expect.any(String) },
    { method: 'GET', path: `${COLLABORATORS}/ada/permission`, at: expect.any(String) },
  ]);
});

test('given it runs, when it is called from beyond loopback, then nobody listens', async () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4');
  const port = Number(new URL(github.url).port);
  expect(await connects('127.0.0.1', port)).toBe(true);
  // 127.0.0.2 is this machine too and is served by a listener on all interfaces, also without a network.
  expect(await connects(outside?.address ?? '127.0.0.2', port)).toBe(false);
});

test('given another token, when asked, then refused', async () => {
  const stranger = { url: github.url, token: 'somebody' };
  expect(await askGithub(stranger, 'GET', COLLABORATORS)).toMatchObject({
    status: 401,
    json: { message: 'Bad credentials' },
  });
});

test('given new names while it runs, when used, then they are known, and what was held stays', async () => {
  await github.addByHand(REPOSITORY, 'ada', 'pull');
  await github.addUsers('linus', 'ada', 'acme');
  await github.addRepositories('acme/data');
  await github.addByHand('acme/data', 'linus', 'admin');
  expect(await github.collaborators(REPOSITORY)).toEqual([{ login: 'ada', permission: 'pull' }]);
  expect(await github.collaborators('acme/data')).toEqual([{ login: 'linus', permission: 'admin' }]);
  expect(github.requests()).toEqual([]);
  await expect(github.addRepositories('nonsense')).rejects.toThrow('owner/name');
  await expect(github.addByHand(REPOSITORY, 'nobody', 'pull')).rejects.toThrow('Nobody has that login.');
});

test('given changes by requests and by hand, when it starts again, then everything is as it was, ids too', async () => {
  await github.setInvitations('wait');
  await ask('PUT', `${COLLABORATORS}/ada`, { permission: 'push' });
  await github.addUsers('linus');
  await github.addToTeam(REPOSITORY, 'core', 'pull', 'linus');
  await github.renameRepository(REPOSITORY, 'acme/renamed');
  const before = await world();
  await github.stop();
  github = await startGithub({ users: [], repositories: [], snapshotFile: file() });
  expect(await world()).toEqual(before);
  expect(await github.collaborators('acme/renamed')).toEqual([{ login: 'linus', permission: 'pull' }]);
});

const world = async () => [
  github.accountId('linus'),
  github.repositoryId('acme/renamed'),
  (await ask('GET', '/repos/acme/renamed/invitations')).json,
  (await ask('GET', `/repos/${REPOSITORY}`)).status,
];

test('given a file from before accounts had numbers, when started, then what it holds is taken over', async () => {
  await github.stop();
  const kept = {
    users: ['ada', 'linus'],
    repositories: [REPOSITORY],
    collaborators: { [REPOSITORY]: { linus: 'push' } },
  };
  await writeFile(file(), JSON.stringify(kept));
  github = await start();
  expect(await github.collaborators(REPOSITORY)).toEqual([{ login: 'linus', permission: 'push' }]);
});

test('given a file that cannot be read, when started, then that is an error and not an empty GitHub', async () => {
  await writeFile(file(), '{"users":');
  await expect(start()).rejects.toThrow();
});

test('given a dropped DELETE, when asked for, then it is answered 204 and not done', async () => {
  await github.addByHand(REPOSITORY, 'ada', 'push');
  github.setFault({ kind: 'dropDelete', drop: (n) => n === 1 });
  expect((await ask('DELETE', `${COLLABORATORS}/ada`)).status).toBe(204);
  expect(await github.collaborators(REPOSITORY)).toHaveLength(1);
  expect((await ask('DELETE', `/repositories/${github.repositoryId(REPOSITORY)}/collaborators/ada`)).status).toBe(204);
  expect(await github.collaborators(REPOSITORY)).toEqual([]);
});

test('given a fault, when asked, then it is down, refuses, garbles, or loses an answer', async () => {
  github.setFault({ kind: 'down' });
  await expect(ask('GET', COLLABORATORS)).rejects.toThrow('fetch failed');
  github.setFault({ kind: 'status', status: 429, retryAfterS: 7 });
  const limited = await ask('PUT', `${COLLABORATORS}/ada`, { permission: 'push' });
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
  expect(await github.collaborators(REPOSITORY)).toEqual([]);
  expect((await ask('GET', COLLABORATORS)).status).toBe(200);
  github.setFault({ kind: 'garbled' });
  expect(await ask('PUT', `${COLLABORATORS}/ada`)).toMatchObject({ status: 200, json: { rights: 'all' } });
  github.setFault({ kind: 'dropAnswer' });
  await expect(ask('PUT', `${COLLABORATORS}/ada`, { permission: 'push' })).rejects.toThrow('fetch failed');
  expect(await github.collaborators(REPOSITORY)).toHaveLength(1);
});

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}
