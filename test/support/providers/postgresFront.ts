import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A listener before a PostgreSQL that passes everything on, until it is told to misbehave. */
export type PostgresFront = {
  /** The server's address, through the front. */
  url: string;
  /** The next COMMIT is done, and its answer is lost. */
  loseNextCommit(): void;
  /** Columns of answers have other names from now on. */
  garble(): void;
  /** Every query is refused from now on, in these words. */
  refuse(words: string): void;
  /** Nobody answers from now on. */
  unplug(): Promise<void>;
  stop(): Promise<void>;
};

type Mode = { losing: boolean; garbled: boolean; refusal?: string };

/** Starts a front for connections in clear. */
export async function startPostgresFront(serverUrl: string): Promise<PostgresFront> {
  const target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  const mode: Mode = { losing: false, garbled: false };
  const server = createServer((client) => {
    const behind = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const) {
      sockets.add(one.setNoDelay());
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
    }
    passOn(client, behind, mode);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(serverUrl);
  url.port = String((server.address() as AddressInfo).port);
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  };
  return {
    url: url.href,
    loseNextCommit: () => {
      mode.losing = true;
    },
    garble: () => {
      mode.garbled = true;
    },
    refuse: (words) => {
      mode.refusal = words;
    },
    unplug: stop,
    stop,
  };
}

function passOn(client: Socket, behind: Socket, mode: Mode): void {
  let losing = false;
  const ask = splitMessages(true);
  client.on('data', (data) => {
    for (const message of ask(data)) {
      if (mode.refusal !== undefined && 'QS'.includes(typeOf(message))) client.write(refused(mode.refusal));
      else if (mode.refusal === undefined || !'PBDEC'.includes(typeOf(message))) behind.write(message);
      if (mode.losing && textOf(message).startsWith('commit')) [mode.losing, losing] = [false, true];
    }
  });
  const answer = splitMessages(false);
  behind.on('data', (data) => {
    for (const message of answer(data)) {
      if (losing) client.destroy();
      else client.write(mode.garbled && typeOf(message) === 'T' ? garbled(message) : message);
    }
  });
}

/* A message is a letter, its length with the length itself, and what it says; the first one of a client has no letter. */
function splitMessages(startsBare: boolean): (data: Buffer) => Buffer[] {
  let rest: Buffer = Buffer.alloc(0);
  let bare = startsBare;
  return (data) => {
    rest = Buffer.concat([rest, data]);
    const found: Buffer[] = [];
    for (;;) {
      const letter = bare ? 0 : 1;
      if (rest.length < letter + 4) return found;
      const length = letter + rest.readInt32BE(letter);
      if (rest.length < length) return found;
      found.push(rest.subarray(0, length));
      rest = rest.subarray(length);
      bare = false;
    }
  };
}

const typeOf = (message: Buffer): string => String.fromCharCode(message[0] ?? 0);
const textOf = (message: Buffer): string => (typeOf(message) === 'Q' ? message.toString('utf8', 5) : '');

/* The first letter of the first column's name, behind the count of columns. */
function garbled(message: Buffer): Buffer {
  const other = Buffer.from(message);
  if (other.length > 7) other[7] = 'X'.charCodeAt(0);
  return other;
}

function refused(words: string): Buffer {
  const fields = `SERROR\0VERROR\0C42501\0M${words}\0\0`;
  return Buffer.concat([framed('E', Buffer.from(fields)), framed('Z', Buffer.from('I'))]);
}

function framed(letter: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5, letter);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
