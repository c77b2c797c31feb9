import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalGithub, startGithub } from '../../../sandbox/github/github.js';
import { startGithubEmulator } from '../../../sandbox/github/githubEmulator.js';

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

const start = () =>
  startGithub({ users: ['ada', 'grace'], repositories: [REPOSITORY], snapshotFile: join(dir, 'github.json') });

async function ask(method: string, path: string, body?: unknown, token = github.token): Promise<Response> {
  return await fetch(`${github.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

test('a collaborator is added, listed, read and removed, and every request is recorded without its body', async () => {
  expect((await ask('PUT', `${COLLABORATORS}/ada`, { permission: 'push' })).status).toBe(201);
  expect(await github.collaborators(REPOSITORY)).toEqual([{ login: 'ada', permission: 'push' }]);
  expect(await (await ask('GET', `${COLLABORATORS}/ada/permission`)).json()).toMatchObject({ permission: 'push' });
  expect((await ask('DELETE', `${COLLABORATORS}/ada`)).status).toBe(204);
  expect((await ask('GET', `${COLLABORATORS}/ada/permission`)).status).toBe(404);
  expect(github.requests().map(({ method, path }) => `${method} ${path}`)).toEqual([
    `PUT ${COLLABORATORS}/ada`,
    `GET ${COLLABORATORS}/ada/permission`,
    `DELETE ${COLLABORATORS}/ada`,
    `GET ${COLLABORATORS}/ada/permission`,
  ]);
  expect(Object.keys(github.requests()[0] ?? {}).sort()).toEqual(['at', 'method', 'path']);
});

test('neither the proxy nor the emulator behind it listens beyond loopback', async () => {
  const emulator = await startGithubEmulator({ users: [], repositories: [], collaborators: {} }, 'token', github.url);
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4');
  for (const url of [github.url, emulator.origin]) {
    const port = Number(new URL(url).port);
    expect(await connects('127.0.0.1', port)).toBe(true);
    // 127.0.0.2 is this machine too and is served by a listener on all interfaces, also without a network.
    expect(await connects(outside?.address ?? '127.0.0.2', port)).toBe(false);
  }
  await emulator.close();
});

test('another token is refused, although the emulator would take it for an administrator', async () => {
  expect((await ask('GET', COLLABORATORS, undefined, 'somebody')).status).toBe(401);
});

test('new logins and repositories come in while it runs, and what was held stays', async () => {
  await github.addByHand(REPOSITORY, 'ada', 'pull');
  await github.addUsers('linus', 'ada');
  await github.addRepositories('acme/data');
  await github.addByHand('acme/data', 'linus', 'admin');
  expect(await github.collaborators(REPOSITORY)).toEqual([{ login: 'ada', permission: 'pull' }]);
  expect(await github.collaborators('acme/data')).toEqual([{ login: 'linus', permission: 'admin' }]);
  expect(github.requests()).toEqual([]);
  await expect(github.addRepositories('nonsense')).rejects.toThrow('owner/name');
});

test('its state survives a restart', async () => {
  await ask('PUT', `${COLLABORATORS}/ada`, { permission: 'push' });
  await github.addUsers('linus');
  await github.addByHand(REPOSITORY, 'linus', 'pull');
  await ask('DELETE', `${COLLABORATORS}/ada`);
  await github.stop();
  github = await start();
  expect(await github.collaborators(REPOSITORY)).toEqual([{ login: 'linus', permission: 'pull' }]);
});

test('a dropped DELETE is answered 204 and not done', async () => {
  await github.addByHand(REPOSITORY, 'ada', 'push');
  github.setFault({ kind: 'dropDelete', drop: (n) => n === 1 });
  expect((await ask('DELETE', `${COLLABORATORS}/ada`)).status).toBe(204);
  expect(await github.collaborators(REPOSITORY)).toHaveLength(1);
  expect((await ask('DELETE', `${COLLABORATORS}/ada`)).status).toBe(204);
  expect(await github.collaborators(REPOSITORY)).toEqual([]);
});

test('it is down, refuses, or loses an answer on demand', async () => {
  github.setFault({ kind: 'down' });
  await expect(ask('GET', COLLABORATORS)).rejects.toThrow('fetch failed');
  github.setFault({ kind: 'status', status: 429, retryAfterS: 7 });
  const limited = await ask('PUT', `${COLLABORATORS}/ada`, { permission: 'push' });
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
  expect(await github.collaborators(REPOSITORY)).toEqual([]);
  expect((await ask('GET', COLLABORATORS)).status).toBe(200);
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
