import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A mail server that takes every message, and says so only once it is let. */
export type SlowMail = {
  url: string;
  /** Message-IDs in the order in which messages came. */
  messageIds: string[];
  /** From now on it answers, and what waits is answered. */
  letGo(): void;
  close(): void;
};

/** Starts one on loopback. */
export async function startSlowMail(): Promise<SlowMail> {
  const messageIds: string[] = [];
  let letGo: () => void = () => undefined;
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const server = createServer((socket) => converse(socket, messageIds, free));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, messageIds, letGo, close: () => server.close() };
}

function converse(socket: Socket, messageIds: string[], free: Promise<void>): void {
  let heard = '';
  let inMessage = false;
  socket.on('error', () => undefined);
  socket.write('220 here\r\n');
  socket.on('data', (bytes) => {
    heard += String(bytes);
    if (inMessage) {
      if (!heard.endsWith('\r\n.\r\n')) return;
      messageIds.push(/^Message-ID: (.+)$/im.exec(heard)?.[1]?.trim() ?? '');
      void free.then(() => socket.write('250 taken\r\n'));
    } else socket.write(heard.startsWith('DATA') ? '354 go on\r\n' : '250 ok\r\n');
    inMessage = !inMessage && heard.startsWith('DATA');
    heard = '';
  });
}
