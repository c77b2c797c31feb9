import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A listener before a directory that passes everything on, until it is told to misbehave. */
export type ScimFront = {
  baseUrl: string;
  /** How many changes it was asked for. */
  changes(): number;
  /** The next change is done, and its answer is lost. */
  loseNextAnswer(): void;
  /** Every answer is of another shape from now on. */
  garble(): void;
  /** Everything is refused from now on, in these words. */
  refuse(words: string): void;
  /** Nobody answers from now on; stopping it is that too. */
  stop(): Promise<void>;
};

type Mode = { losing: boolean; garbled: boolean; refusal?: string; changes: number };

const ERROR_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** Starts a front. */
export async function startScimFront(behind: string): Promise<ScimFront> {
  const mode: Mode = { losing: false, garbled: false, changes: 0 };
  const { origin, pathname } = new URL(behind);
  const server = createServer((request, response) => {
    answer(origin, request, response, mode).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    changes: () => mode.changes,
    loseNextAnswer: () => {
      mode.losing = true;
    },
    garble: () => {
      mode.garbled = true;
    },
    refuse: (words) => {
      mode.refusal = words;
    },
    stop: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(origin: string, request: IncomingMessage, response: ServerResponse, mode: Mode): Promise<void> {
  const { method = 'GET', url = '', headers } = request;
  let body = '';
  for await (const chunk of request) body += String(chunk);
  if (method !== 'GET') mode.changes += 1;
  if (mode.refusal !== undefined) return give(response, 403, { schemas: [ERROR_SCHEMA], detail: mode.refusal });
  if (mode.garbled) return give(response, 200, { odd: true });
  const passed = await fetch(`${origin}${url}`, {
    method,
    headers: {
      authorization: headers.authorization ?? '',
      ...(headers['content-type'] !== undefined && { 'content-type': headers['content-type'] }),
    },
    ...(body !== '' && { body }),
  });
  const text = await passed.text();
  if (mode.losing && method !== 'GET') {
    mode.losing = false;
    response.destroy();
  } else {
    response.writeHead(passed.status, {
      'content-type': passed.headers.get('content-type') ?? 'application/scim+json',
    });
    response.end(text);
  }
}

function give(response: ServerResponse, status: number, json: unknown): void {
  response.writeHead(status, { 'content-type': 'application/scim+json' });
  response.end(JSON.stringify(json));
}
