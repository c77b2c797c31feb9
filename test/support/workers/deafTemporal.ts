import { once } from 'node:events';
import { createSecureServer, type ServerHttp2Session } from 'node:http2';
import type { Certificate } from '../real/certificates.js';

/** A listener that speaks gRPC over TLS and knows one thing: who has the right key. */
export type DeafTemporal = {
  address: string /** Authorization of every call so far. */;
  heard(): string[];
  stop(): Promise<void>;
};

const UNAUTHENTICATED = '16';
/** An empty message: not compressed, of length 0. */
const NOTHING = Buffer.alloc(5);

/** Starts it; a call without this key is not let in, any other gets an empty answer. */
export async function startDeafTemporal({ cert, key }: Certificate, apiKey: string): Promise<DeafTemporal> {
  const heard: string[] = [];
  const sessions = new Set<ServerHttp2Session>();
  const server = createSecureServer({ cert: cert.pem, key: key.pem });
  server.on('session', (session) => sessions.add(session));
  server.on('stream', (stream, headers) => {
    const authorization = String(headers.authorization);
    heard.push(authorization);
    const status = authorization === `Bearer ${apiKey}` ? '0' : UNAUTHENTICATED;
    stream.on('error', () => undefined);
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': status }));
    stream.end(status === '0' ? NOTHING : undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  return {
    address: `localhost:${typeof at === 'object' && at !== null ? at.port : 0}`,
    heard: () => heard,
    async stop() {
      for (const session of sessions) session.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
