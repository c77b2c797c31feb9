import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { AppCaller } from './app/caller.js';
import { type GithubFault, type Judge, judgeOf } from './faults.js';
import type { Limits } from './limits.js';
import type { Ask, Reply } from './route.js';

/** One request as it arrived; never its headers or body. */
export type GithubRequest = { method: string; path: string; at: string };

/** What stands behind the server. */
export type Behind = {
  /** Who asks with a token; a reply where it is refused. */
  caller(token: string): Caller | Reply;
  limits: Limits;
  /** Milliseconds since the epoch, by GitHub's clock. */
  now(): number;
  /** Answers a request; what it changed is kept when the promise ends. */
  answer(method: string, path: string, ask: Pick<Ask, 'query' | 'body'> & { caller: Caller }): Promise<Reply>;
};

/** The account of the token, or an App. */
export type Caller = { as: 'account' } | AppCaller;

/** The recording, misbehaving server. */
export type GithubServer = {
  port: number;
  /** The last 10,000 requests, oldest first. */
  requests(): GithubRequest[];
  setFault(fault: GithubFault): void;
  stop(): Promise<void>;
};

const MOST_REQUESTS = 10_000;

/** Listens on 127.0.0.1 (`port` 0: a free one) for requests with a token. */
export async function startGithubServer(port: number, behind: Behind): Promise<GithubServer> {
  const recorded: GithubRequest[] = [];
  let judge = judgeOf({ kind: 'none' });
  const server = createServer((request, response) => {
    recorded.push({ method: request.method ?? '', path: request.url ?? '', at: new Date().toISOString() });
    if (recorded.length > MOST_REQUESTS) recorded.shift();
    void answer(request, response, judge, behind).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: portOf(server),
    requests: () => [...recorded],
    setFault(fault) {
      judge = judgeOf(fault);
    },
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, judge: Judge, behind: Behind): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  const body = await buffer(request);
  const [path = '/', query = ''] = url.split('?');
  const verdict = judge(method, path);
  if (verdict.reset === 'before') return void request.socket.destroy();
  const caller = behind.caller((headers.authorization ?? '').replace(/^(bearer|token) /i, ''));
  const tooMuch = behind.limits.enter(method, behind.now());
  try {
    if (verdict.delayMs) await new Promise((resolve) => setTimeout(resolve, verdict.delayMs));
    const ask = { query: new URLSearchParams(query), body: parsed(body) };
    const reply =
      'status' in caller
        ? caller
        : (verdict.instead ?? tooMuch ?? (await behind.answer(method, path, { ...ask, caller })));
    if (verdict.reset === 'after') return void request.socket.destroy();
    const scopes: Record<string, string> =
      'as' in caller && caller.as === 'account' ? { 'x-oauth-scopes': 'repo, admin:org' } : {};
    const more = { ...scopes, ...behind.limits.headers(behind.now()), ...reply.headers };
    send(response, { ...reply, headers: more }, behind.now());
  } finally {
    behind.limits.leave();
  }
}

function send(response: ServerResponse, { status, json, headers }: Reply, now: number): void {
  response.setHeader('date', new Date(now).toUTCString());
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  if (json !== undefined) response.setHeader('content-type', 'application/json; charset=utf-8');
  response.writeHead(status).end(json === undefined ? undefined : JSON.stringify(json));
}

function parsed(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(body.toString());
    return typeof read === 'object' && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('GitHub has no port.');
  return address.port;
}
