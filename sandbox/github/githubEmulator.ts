import { once } from 'node:events';
import { Server } from 'node:http';
import getPort from 'get-port';
import { z } from 'zod';
import { loadPart } from '../errors.js';
import type { GithubWorld } from './githubWorld.js';

/** One collaborator as the emulator tells it. */
export type Collaborator = { login: string; permission: string };

/** The emulator itself, asked directly: past the recording and the faults of the proxy before it. */
export type GithubEmulator = {
  origin: string;
  /** The header for the next request to it. */
  authorization(): string;
  collaborators(repository: string): Promise<Collaborator[]>;
  put(repository: string, login: string, permission: string): Promise<void>;
  remove(repository: string, login: string): Promise<void>;
  close(): Promise<void>;
};

/** Whom requests with the token are made by. */
const TOKEN_LOGIN = 'drawbridge-bot';
/** It counts 5,000 requests an hour for each token, as GitHub does; a scene may need more, so another token is taken in time. */
const REQUESTS_A_TOKEN = 4_900;
const TOKENS = 64;

const Logins = z.array(z.object({ login: z.string() }));
const Permission = z.object({ permission: z.string() });

/** Starts an emulator that holds the world, on loopback; `publicUrl` is what its links name. */
export async function startGithubEmulator(
  world: GithubWorld,
  token: string,
  publicUrl: string,
): Promise<GithubEmulator> {
  const { createEmulator } = await loadPart('The GitHub emulator', () => import('emulate'));
  const port = await getPort({ host: '127.0.0.1' });
  const tokens = Array.from({ length: TOKENS }, (_, i) => `${token}${i}`);
  const emulator = await onLoopback(port, () =>
    createEmulator({ service: 'github', port, baseUrl: publicUrl, seed: seedOf(world, tokens) }),
  );
  let asked = 0;
  const authorization = () => `Bearer ${tokens[Math.floor(asked++ / REQUESTS_A_TOKEN) % TOKENS]}`;
  const origin = `http://127.0.0.1:${port}`;
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: { authorization: authorization(), 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`The GitHub emulator answered ${answer.status} to ${method} ${path}.`);
    return answer.status === 204 ? null : await answer.json();
  };
  const pathOf = (repository: string, login: string) =>
    `/repos/${repository}/collaborators/${encodeURIComponent(login)}`;
  const github: GithubEmulator = {
    origin,
    authorization,
    async collaborators(repository) {
      const logins: string[] = [];
      for (let page = 1; ; page++) {
        const found = Logins.parse(await ask('GET', `/repos/${repository}/collaborators?per_page=100&page=${page}`));
        logins.push(...found.map(({ login }) => login));
        if (found.length < 100) break;
      }
      return await Promise.all(
        logins.map(async (login) => {
          const { permission } = Permission.parse(await ask('GET', `${pathOf(repository, login)}/permission`));
          return { login, permission };
        }),
      );
    },
    put: async (repository, login, permission) => void (await ask('PUT', pathOf(repository, login), { permission })),
    remove: async (repository, login) => void (await ask('DELETE', pathOf(repository, login))),
    close: () => emulator.close(),
  };
  for (const [repository, held] of Object.entries(world.collaborators)) {
    for (const [login, permission] of Object.entries(held)) await github.put(repository, login, permission);
  }
  return github;
}

function seedOf(world: GithubWorld, tokens: string[]) {
  const owners = [...new Set(world.repositories.map((fullName) => fullName.split('/')[0] ?? ''))];
  return {
    tokens: Object.fromEntries(tokens.map((token) => [token, { login: TOKEN_LOGIN, scopes: ['repo', 'admin:org'] }])),
    github: {
      users: [TOKEN_LOGIN, ...world.users].filter((login) => !owners.includes(login)).map((login) => ({ login })),
      orgs: owners.map((login) => ({ login, members: [{ login: TOKEN_LOGIN, role: 'admin' }] })),
      repos: world.repositories.map((fullName) => {
        const [owner, name] = fullName.split('/');
        return { owner, name, private: true };
      }),
    },
  };
}

/** The emulator listens on every interface; for as long as it starts, its `listen` alone is led to 127.0.0.1. */
async function onLoopback<T>(port: number, start: () => Promise<T>): Promise<T> {
  const listen = Server.prototype.listen;
  let listening: Promise<unknown> = Promise.resolve();
  function listenOnLoopback(this: Server, ...args: unknown[]): Server {
    if (args[0] !== port || args[1] !== undefined) return Reflect.apply(listen, this, args);
    listening = once(this, 'listening');
    return Reflect.apply(listen, this, [port, '127.0.0.1', ...args.slice(2)]);
  }
  Object.defineProperty(Server.prototype, 'listen', { value: listenOnLoopback, configurable: true, writable: true });
  try {
    const started = await start();
    await listening;
    return started;
  } finally {
    Reflect.deleteProperty(Server.prototype, 'listen');
  }
}
