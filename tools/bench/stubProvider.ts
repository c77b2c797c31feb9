import { once } from 'node:events';
import { createServer } from 'node:http';

/** A provider that knows of nothing, and notes when it was first asked about each repository. */
export type StubProvider = {
  url: string;
  /** `performance.now()` of the first request whose path names this repository; waits for it, at most 20 s. */
  asked(repository: string): Promise<number>;
  stop(): Promise<void>;
};

const PATIENCE_MS = 20_000;

/** Starts the stub on loopback. */
export async function startStubProvider(): Promise<StubProvider> {
  const first = new Map<string, number>();
  const waiting = new Map<string, (at: number) => void>();
  const server = createServer((request, response) => {
    const at = performance.now();
    const repository = /\/repos\/([^/]+\/[^/?]+)/.exec(request.url ?? '')?.[1];
    if (repository !== undefined && !first.has(repository)) {
      first.set(repository, at);
      waiting.get(repository)?.(at);
    }
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stub provider has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked: (repository) =>
      new Promise((resolve, reject) => {
        const at = first.get(repository);
        if (at !== undefined) return resolve(at);
        const late = setTimeout(() => reject(new Error(`Nobody asked for ${repository}.`)), PATIENCE_MS);
        waiting.set(repository, (then) => {
          clearTimeout(late);
          resolve(then);
        });
      }),
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
