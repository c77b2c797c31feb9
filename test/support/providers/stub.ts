import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ProviderError } from '../../../providers/access/port.js';

/** What the stub answers: status, JSON or text, headers; or what it does instead of answering. */
export type Answer =
  | { status: number; json?: unknown; text?: string; headers?: Record<string, string> }
  | 'drop'
  | 'break off'
  | 'never';

/** A GitHub that answers as it is told; `asked` holds every request as `METHOD path`, with the body when there is one. */
export type Stub = { url: string; asked: string[]; close(): Promise<void> };

/** Starts a stub; a request that `answers` does not know gets 404. Keys are `METHOD path`, query included where given. */
export async function startStub(answers: Record<string, Answer>): Promise<Stub> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const path = request.url ?? '';
    asked.push([request.method, path, body].filter(Boolean).join(' '));
    const withQuery = answers[`${request.method} ${path}`];
    give(
      response,
      withQuery ??
        answers[`${request.method} ${path.split('?')[0]}`] ?? { status: 404, json: { message: 'Not Found' } },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close };
}

function give(response: ServerResponse, answer: Answer): void {
  if (answer === 'never') return;
  if (answer === 'drop') {
    response.destroy();
    return;
  }
  if (answer === 'break off') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"permission":', () => response.destroy());
    return;
  }
  const isJson = answer.text === undefined;
  const type = isJson ? 'application/json; charset=utf-8' : 'text/html';
  response.writeHead(answer.status, { 'content-type': type, ...answer.headers });
  response.end(answer.status === 204 ? undefined : (answer.text ?? JSON.stringify(answer.json ?? {})));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

/** The failure of a piece of work as plain data; fails the test when it succeeded or threw anything else. */
export async function failureOf(
  work: Promise<unknown>,
): Promise<Pick<ProviderError, 'code' | 'message' | 'retryAfterMs'>> {
  const thrown = await work.then(
    () => 'nothing',
    (error: unknown) => error,
  );
  if (!(thrown instanceof ProviderError)) throw new Error(`not a ProviderError: ${String(thrown)}`);
  return { code: thrown.code, message: thrown.message, retryAfterMs: thrown.retryAfterMs };
}
