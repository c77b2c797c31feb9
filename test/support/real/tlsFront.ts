import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import type { Certificate, Pem } from './certificates.js';

/** A listener of this machine that ends TLS before a server that speaks in clear. */
export type TlsFront = {
  /** `host:port`. */
  address: string;
  /** Handshakes that came about, each with a client's certificate that was asked for and trusted. */
  handshakes(): number;
  stop(): Promise<void>;
};

/** Starts it before the server at `host:port`; it lets in only who shows a certificate of `clients`. */
export async function startTlsFront(target: string, { cert, key }: Certificate, clients: Pem): Promise<TlsFront> {
  const [host = '', port = ''] = target.split(':');
  const sockets = new Set<Socket>();
  let handshakes = 0;
  const server = createServer(
    {
      cert: cert.pem,
      key: key.pem,
      ca: clients.pem,
      requestCert: true,
      rejectUnauthorized: true,
      ALPNProtocols: ['h2'],
    },
    (secure) => {
      handshakes += 1;
      const plain = connect(Number(port), host);
      for (const [one, other] of [
        [secure, plain],
        [plain, secure],
      ] as const) {
        sockets.add(one);
        one.on('error', () => other.destroy()).on('close', () => other.destroy());
        one.pipe(other);
      }
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  return {
    address: `localhost:${typeof at === 'object' && at !== null ? at.port : 0}`,
    handshakes: () => handshakes,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
