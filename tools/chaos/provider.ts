import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import getPort from 'get-port';
import { type LocalGithub, startGithub } from '../../sandbox/github/github.js';
import { randomOf } from './random.js';

/** What the seam does to a request. `politely-undone`: a removal is answered 204 and not done. */
const FAULTS = ['timeout', 'done-but-timed-out', '429', '503', 'slow', 'politely-undone'] as const;
export type ProviderFault = (typeof FAULTS)[number];

/** A change that the provider took; times are milliseconds since the epoch. */
export type Change = {
  /** When its request arrived. */
  at: number;
  /** When it had taken effect. */
  doneAt: number;
  /** Whether whoever sent it was still there then, waiting for the answer. */
  awaited: boolean;
  repository: string;
  login: string;
  is: 'opened' | 'closed';
};

/** The emulated provider behind a seam that misbehaves, with its own log of what was given and taken. */
export type ChaosProvider = {
  url: string;
  token: string;
  changes: Change[];
  faults: Record<ProviderFault, number>;
  /** From now on every request goes through as it should. */
  calm(): void;
  collaborators(repository: string): Promise<string[]>;
  stop(): Promise<void>;
};

const SLOW_MS = 400;
/** How often a place misbehaves at most, by method and path. */
const TROUBLED = 6;
const COLLABORATOR = /^\/(?:repositories\/(\d+)|repos\/([^/]+\/[^/]+))\/collaborators\/([^/?]+)$/;

/**
 * `share` of the first requests to each place meets each of the faults, so that an attempt of some six requests comes through at last; which ones
 * follows from the seed, the path and how often it was asked.
 */
export async function startProvider(
  seed: number,
  share: number,
  world: { users: string[]; repositories: string[] },
): Promise<ChaosProvider> {
  const github = await startGithub(world);
  const port = await getPort({ host: '127.0.0.1' });
  const faults = { timeout: 0, 'done-but-timed-out': 0, '429': 0, '503': 0, slow: 0, 'politely-undone': 0 };
  const changes: Change[] = [];
  const asked = new Map<string, number>();
  let calm = false;
  const judge = (method: string, path: string): ProviderFault | undefined => {
    if (calm) return undefined;
    const key = `${method} ${path}`;
    const nth = (asked.get(key) ?? 0) + 1;
    asked.set(key, nth);
    if (nth > TROUBLED) return undefined;
    const drawn = Math.floor(randomOf(seed, `${key} ${nth}`).next() / share);
    const fault = FAULTS[drawn];
    return fault === 'politely-undone' && !(method === 'DELETE' && COLLABORATOR.test(path)) ? undefined : fault;
  };
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/' } = request;
    const fault = judge(method, url.split('?')[0] ?? url);
    if (fault !== undefined) faults[fault]++;
    void through(github, request, response, fault, changes).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    token: github.token,
    changes,
    faults,
    calm: () => {
      calm = true;
    },
    collaborators: async (repository) => (await github.collaborators(repository)).map(({ login }) => login),
    async stop() {
      server.close();
      server.closeAllConnections();
      await github.stop();
    },
  };
}

async function through(
  github: LocalGithub,
  request: IncomingMessage,
  response: ServerResponse,
  fault: ProviderFault | undefined,
  changes: Change[],
): Promise<void> {
  const at = Date.now();
  const body = await buffer(request);
  if (fault === 'timeout') return;
  if (fault === '429') return void response.writeHead(429, { 'retry-after': '1' }).end('{}');
  if (fault === '503') return void response.writeHead(503).end('{}');
  if (fault === 'politely-undone') return void response.writeHead(204).end();
  if (fault === 'slow') await wait(SLOW_MS);
  // Whoever asked has given up before this was looked at.
  if (isGone(request.socket)) return;
  const { method = 'GET', url = '/' } = request;
  const headers = new Headers();
  for (const name of ['authorization', 'content-type', 'accept'] as const) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const hasBody = method !== 'GET' && body.length > 0;
  const answer = await fetch(`${github.url}${url}`, { method, headers, ...(hasBody && { body }) });
  const doneAt = Date.now();
  // Somebody who hung up before is heard of by then.
  await turn().then(() => turn());
  if (answer.status < 300) note(github, changes, method, url, { at, doneAt, awaited: !isGone(request.socket) });
  if (fault === 'done-but-timed-out') return;
  const bytes = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
  response.end(bytes);
}

const isGone = ({ destroyed, readableEnded }: Socket): boolean => destroyed || readableEnded;

function note(
  github: LocalGithub,
  changes: Change[],
  method: string,
  url: string,
  when: Pick<Change, 'at' | 'doneAt' | 'awaited'>,
): void {
  const [, id, name, login] = COLLABORATOR.exec(url.split('?')[0] ?? url) ?? [];
  const repository = id === undefined ? name : github.repositoryName(Number(id));
  if (repository === undefined || login === undefined) return;
  if (method === 'PUT') changes.push({ ...when, repository, login, is: 'opened' });
  if (method === 'DELETE') changes.push({ ...when, repository, login, is: 'closed' });
}
