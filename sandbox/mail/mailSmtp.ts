import type { AddressInfo, Server, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { SMTPServerDataStream, SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import { loadPart } from '../errors.js';
import type { Envelope } from './mailStore.js';

/**
 * How the mail server misbehaves: `down` refuses connections, `drop-after-data` keeps the message and hangs up before
 * saying so, `reject` refuses recipients for good (550), `defer` for now (451).
 */
export type MailFault = 'none' | 'down' | 'drop-after-data' | 'reject' | 'defer';

/** What an address says to mail: `refuse` at RCPT for good (550), `refuse-after-data` to the message (554), `defer` at RCPT for now (451). */
export type AddressFault = 'take' | 'refuse' | 'refuse-after-data' | 'defer';

/** An SMTP server on loopback. */
export type SmtpListener = {
  port: number;
  setFault(fault: MailFault): Promise<void>;
  /** Holds for this address, in any case of letters, until set to something else. */
  setAddress(address: string, fault: AddressFault): void;
  /** Every address takes mail again. */
  clearAddresses(): void;
  stop(): Promise<void>;
};

type Running = { server: Server; sockets: Set<Socket> };

const MAX_MESSAGE_BYTES = 25 * 1024 * 1024;

/** Listens on 127.0.0.1 (`port` 0: a free one) and hands every message on before acknowledging it. */
export async function listenSmtp(
  port: number,
  deliver: (envelope: Envelope, raw: Buffer) => Promise<void>,
): Promise<SmtpListener> {
  let fault: MailFault = 'none';
  const addresses = new Map<string, AddressFault>();
  const says = (address: string): AddressFault => addresses.get(address.toLowerCase()) ?? 'take';
  const start = async (at: number) => await run(at, () => fault, says, deliver);
  let running: Running | null = await start(port);
  const boundPort = portOf(running.server);
  const stop = async () => {
    if (running) await end(running);
    running = null;
  };
  return {
    port: boundPort,
    async setFault(next) {
      fault = next;
      if (next === 'down') await stop();
      else running ??= await start(boundPort);
    },
    setAddress: (address, next) => void addresses.set(address.toLowerCase(), next),
    clearAddresses: () => addresses.clear(),
    stop,
  };
}

async function run(
  port: number,
  fault: () => MailFault,
  says: (address: string) => AddressFault,
  deliver: (envelope: Envelope, raw: Buffer) => Promise<void>,
) {
  const { SMTPServer } = await loadPart('The mailbox', () => import('smtp-server'));
  const sockets = new Set<Socket>();
  const hangUp = (session: SMTPServerSession) => {
    for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy();
  };
  const options: SMTPServerOptions = {
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAX_MESSAGE_BYTES,
    onRcptTo({ address }, _session, done) {
      if (fault() === 'reject' || says(address) === 'refuse') done(refusal(550, 'No such mailbox here'));
      else if (fault() === 'defer' || says(address) === 'defer') done(refusal(451, 'Try again later'));
      else done();
    },
    onData(stream, session, done) {
      void take(stream, session).then(
        () => (fault() === 'drop-after-data' ? hangUp(session) : done()),
        (error: Error) => done(error),
      );
    },
  };
  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
    const raw = await buffer(stream);
    if (stream.sizeExceeded) throw refusal(552, 'The message is too large');
    const { mailFrom, rcptTo } = session.envelope;
    if (rcptTo.some(({ address }) => says(address) === 'refuse-after-data')) throw refusal(554, 'Not wanted here');
    await deliver({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) }, raw);
  };
  const smtp = new SMTPServer(options);
  // A client that hangs up half-way is its own affair.
  smtp.on('error', () => undefined);
  const server: Server = smtp.server;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, sockets };
}

async function end({ server, sockets }: Running): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const socket of sockets) socket.destroy();
  await closed;
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.');
  return address.port;
}
