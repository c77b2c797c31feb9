import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A connection pooler in transaction mode, as PgBouncer is one, in front of a PostgreSQL. */
export type Pooler = { url: string; close(): Promise<void> };

type Server = { socket: Socket; client: Client | undefined };
type Client = { socket: Socket; server: Server | undefined; waiting: Buffer[] };

const READY = 'Z'.charCodeAt(0);
const TERMINATE = 'X'.charCodeAt(0);
const IDLE = 'I'.charCodeAt(0);

/** Calls back for every whole message of the protocol: a type, a length, a body. */
function framed(onMessage: (message: Buffer) => void): (bytes: Buffer) => void {
  let held = Buffer.alloc(0);
  return (bytes) => {
    held = Buffer.concat([held, bytes]);
    while (held.length >= 5 && held.length >= 1 + held.readInt32BE(1)) {
      const length = 1 + held.readInt32BE(1);
      onMessage(held.subarray(0, length));
      held = held.subarray(length);
    }
  };
}

/** Starts one: a client signs in on a connection of its own, which is anybody's between two transactions. */
export async function startPooler(databaseUrl: string): Promise<Pooler> {
  const target = new URL(databaseUrl);
  const idle: Server[] = [];
  const sockets = new Set<Socket>();

  function serve(client: Client): void {
    if (client.waiting.length === 0) return;
    client.server ??= idle.pop();
    if (client.server === undefined) return;
    client.server.client = client;
    for (const message of client.waiting.splice(0)) client.server.socket.write(message);
  }

  const listener = createServer((socket) => {
    const upstream = connect(Number(target.port), target.hostname);
    const client: Client = { socket, server: undefined, waiting: [] };
    const server: Server = { socket: upstream, client };
    client.server = server;
    for (const one of [socket, upstream]) sockets.add(one.on('error', () => undefined));
    const fromClient = framed((message) => {
      if (message[0] === TERMINATE) return void socket.end();
      client.waiting.push(Buffer.from(message));
      serve(client);
    });
    // The first message has no type.
    socket.once('data', (startup) => {
      upstream.write(startup);
      socket.on('data', fromClient);
    });
    const fromServer = framed((message) => {
      const asked = server.client;
      asked?.socket.write(message);
      if (message[0] !== READY || message[5] !== IDLE) return;
      if (asked !== undefined) asked.server = undefined;
      server.client = undefined;
      idle.push(server);
    });
    upstream.on('data', fromServer);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String((listener.address() as AddressInfo).port);
  return {
    url: url.href,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
