import { once } from 'node:events';
import { createServer } from 'node:http';

/** A provider that knows every name, at which nobody holds anything, and that notes when it was first asked what is held on each repository. */
export type StubProvider = {
  url: string;
  /** `performance.now()` of the first request below this repository; waits for it, at most 20 s. */
  asked(repository: string): Promise<number>;
  stop(): Promise<void>;
};

const PATIENCE_MS = 20_000;

const user = (id: number, login: string) => ({ id, login, type: 'User' });
const repositoryAs = (id: number, name: string) => ({
  ...{ id, full_name: name, private: true },
  owner: user(1_000_000, name.split('/')[0] ?? ''),
});

/** Starts the stub on loopback. */
export async function startStubProvider(): Promise<StubProvider> {
  const first = new Map<string, number>();
  const waiting = new Map<string, (at: number) => void>();
  const numbers = new Map<string, number>();
  const server = createServer((request, response) => {
    const at = performance.now();
    const path = (request.url ?? '').split('?')[0] ?? '';
    const named = /^\/(users|repos)\/(.+)$/.exec(path);
    if (named?.[2] !== undefined) {
      const id = numbers.get(named[2]) ?? numbers.size + 1;
      numbers.set(named[2], id);
      const answer = named[1] === 'users' ? user(id, named[2]) : repositoryAs(id, named[2]);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      return;
    }
    const number = Number(/^\/repositories\/(\d+)/.exec(path)?.[1]);
    const repository = [...numbers].find(([, id]) => id === number)?.[0];
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
