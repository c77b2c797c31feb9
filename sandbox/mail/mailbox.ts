import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { listPage, messagePage } from './mailPages.js';
import { type AddressFault, listenSmtp, type MailFault } from './mailSmtp.js';
import { type MailMessage, type MailStore, type MailSummary, openMailStore } from './mailStore.js';

export type { AddressFault, MailFault, MailMessage, MailSummary };

/** Where the mailbox keeps and serves its mail. */
export type MailboxOptions = {
  /** Folder of the `.eml` files; without it mail is kept in memory. */
  dir?: string;
  /** Default: a free port. */
  smtpPort?: number;
  /** Default: a free port. */
  httpPort?: number;
};

/** A mail server that keeps everything it is given and sends nothing on. */
export type Mailbox = {
  /** `smtp://127.0.0.1:port`, without TLS or sign-in. */
  smtpUrl: string;
  /** Page and JSON (`/messages`, `/messages/:id`) to read the mail. */
  httpUrl: string;
  /** Newest first, copies folded. */
  list(): MailSummary[];
  read(id: string): MailMessage | null;
  /** Holds until set to something else. */
  setFault(fault: MailFault): Promise<void>;
  /** What one address says to mail, until set to something else. */
  setAddress(address: string, fault: AddressFault): void;
  /** Every address takes mail again. */
  clearAddresses(): void;
  stop(): Promise<void>;
};

/** Starts the mailbox on 127.0.0.1; throws `LocalPartsUnavailable` in a production install. */
export async function startMailbox(options: MailboxOptions = {}): Promise<Mailbox> {
  const store = await openMailStore(options.dir ?? null);
  const smtp = await listenSmtp(options.smtpPort ?? 0, (envelope, raw) => store.add(envelope, raw));
  const http = createServer((request, response) => answer(store, request, response));
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.httpPort ?? 0, '127.0.0.1', resolve);
  }).catch(async (error: unknown) => {
    await smtp.stop();
    throw error;
  });
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    httpUrl: `http://127.0.0.1:${portOf(http)}`,
    list: store.list,
    read: store.read,
    setFault: smtp.setFault,
    setAddress: smtp.setAddress,
    clearAddresses: smtp.clearAddresses,
    async stop() {
      await smtp.stop();
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeAllConnections();
      await closed;
    },
  };
}

type Answer = { status: number; type: string; body: string };

function answer(store: MailStore, request: IncomingMessage, response: ServerResponse): void {
  const { status, type, body } = answerTo(store, request);
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(body);
}

function answerTo(store: MailStore, request: IncomingMessage): Answer {
  // A page elsewhere could point a name of its own at 127.0.0.1 and read the mail.
  const local = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');
  if (!local) return json(403, { error: 'Ask for 127.0.0.1 by its address.' });
  if (request.method !== 'GET' && request.method !== 'HEAD') return json(405, { error: 'Mail can only be read here.' });
  const [, place = '', id = '', rest] = (request.url ?? '/').split('?')[0]?.split('/') ?? [];
  if (place === '' && id === '') return html(listPage(store.list()));
  if (place === 'messages' && id === '') return json(200, { messages: store.list() });
  const message = rest === undefined ? store.read(id) : null;
  if (place === 'view' && message) return html(messagePage(message));
  if (place === 'messages' && message) return json(200, message);
  return json(404, { error: 'There is no such message.' });
}

function json(status: number, content: unknown): Answer {
  return { status, type: 'application/json', body: JSON.stringify(content) };
}

function html(body: string): Answer {
  return { status: 200, type: 'text/html', body };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The mailbox has no port.');
  return address.port;
}
