import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** How GitHub misbehaves; counts start when the fault is set. */
export type GithubFault =
  | { kind: 'none' }
  /** Every connection is reset before anything is done. */
  | { kind: 'down' }
  /** The next `times` (default 1) requests are answered so and not done; `retryAfterS` in seconds. */
  | { kind: 'status'; status: 401 | 403 | 404 | 429 | 500 | 502 | 503; times?: number; retryAfterS?: number }
  /** Every answer is late by so many milliseconds. */
  | { kind: 'slow'; delayMs: number }
  /** The n-th DELETE of a collaborator (from 1) is answered 204 and not done, where `drop(n)` says so. */
  | { kind: 'dropDelete'; drop: (n: number) => boolean }
  /** The next `times` (default 1) changes are done and the connection is reset before the answer. */
  | { kind: 'dropAnswer'; times?: number };

/** One request as it arrived; never its headers or body. */
export type GithubRequest = { method: string; path: string; at: string };

/** A whole answer of the emulator. */
export type Forwarded = { status: number; headers: [string, string][]; body: Buffer };

/** Sends a request on to the emulator. */
export type Forward = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body: Buffer,
) => Promise<Forwarded>;

/** The recording, misbehaving front of the emulator. */
export type GithubProxy = {
  port: number;
  /** The last 10,000 requests, oldest first. */
  requests(): GithubRequest[];
  setFault(fault: GithubFault): void;
  stop(): Promise<void>;
};

const MOST_REQUESTS = 10_000;
const COLLABORATOR = /^\/repos\/[^/]+\/[^/]+\/collaborators\/[^/?]+$/;

/** Listens on 127.0.0.1 (`port` 0: a free one) for requests with the token; any other token is refused. */
export async function startGithubProxy(port: number, token: string, forward: Forward): Promise<GithubProxy> {
  const recorded: GithubRequest[] = [];
  let fault = faultOf({ kind: 'none' });
  const server = createServer((request, response) => {
    recorded.push({ method: request.method ?? '', path: request.url ?? '', at: new Date().toISOString() });
    if (recorded.length > MOST_REQUESTS) recorded.shift();
    void answer(request, response, token, fault, forward).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: portOf(server),
    requests: () => [...recorded],
    setFault(next) {
      fault = faultOf(next);
    },
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

type Verdict = { delayMs?: number; reset?: 'before' | 'after'; status?: number; retryAfterS?: number };
type Judge = (method: string, path: string) => Verdict;

/** Turns a fault into a judge of requests that keeps the fault's own counts. */
function faultOf(fault: GithubFault): Judge {
  let count = 0;
  switch (fault.kind) {
    case 'none':
      return () => ({});
    case 'down':
      return () => ({ reset: 'before' });
    case 'slow':
      return () => ({ delayMs: fault.delayMs });
    case 'status':
      return () => (count++ < (fault.times ?? 1) ? { status: fault.status, ...retryAfter(fault.retryAfterS) } : {});
    case 'dropDelete':
      return (method, path) =>
        method === 'DELETE' && COLLABORATOR.test(path) && fault.drop(++count) ? { status: 204 } : {};
    case 'dropAnswer':
      return (method) => (method !== 'GET' && count++ < (fault.times ?? 1) ? { reset: 'after' } : {});
    default:
      return fault satisfies never;
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
  judge: Judge,
  forward: Forward,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  const body = await buffer(request);
  const verdict = judge(method, url.split('?')[0] ?? url);
  if (verdict.reset === 'before') return void request.socket.destroy();
  if (verdict.delayMs) await new Promise((resolve) => setTimeout(resolve, verdict.delayMs));
  const authorized = headers.authorization === `Bearer ${token}` || headers.authorization === `token ${token}`;
  const result = !authorized
    ? own(401)
    : verdict.status !== undefined
      ? own(verdict.status, verdict.retryAfterS)
      : await forward(method, url, passedHeaders(headers), body);
  if (verdict.reset === 'after') return void request.socket.destroy();
  for (const [name, value] of result.headers) response.setHeader(name, value);
  response.writeHead(result.status).end(result.body);
}

function own(status: number, retryAfterS?: number): Forwarded {
  const message = status === 401 ? 'Bad credentials' : status === 429 ? 'You have exceeded a rate limit' : 'Fault';
  const body = status === 204 ? Buffer.alloc(0) : Buffer.from(JSON.stringify({ message }));
  const headers: [string, string][] = status === 204 ? [] : [['content-type', 'application/json; charset=utf-8']];
  if (retryAfterS !== undefined) headers.push(['retry-after', String(retryAfterS)]);
  return { status, headers, body };
}

function passedHeaders(headers: IncomingMessage['headers']): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const name of ['authorization', 'content-type', 'accept', 'user-agent'] as const) {
    const value = headers[name];
    if (value !== undefined) passed[name] = value;
  }
  return passed;
}

function retryAfter(retryAfterS: number | undefined): Pick<Verdict, 'retryAfterS'> {
  return retryAfterS === undefined ? {} : { retryAfterS };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The GitHub proxy has no port.');
  return address.port;
}
