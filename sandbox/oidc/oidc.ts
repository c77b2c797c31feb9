import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Provider } from 'oidc-provider';
import { pagePolicy } from './page.js';
import { type Accounts, answerWho, createAccounts, createProvider, type OidcClient } from './provider.js';
import { faultPage, type OidcPerson, whoPage } from './whoPage.js';

export type { OidcClient, OidcPerson };

/** Who can come in, and through which application. */
export type OidcOptions = {
  client: OidcClient;
  /** Asked at every sign-in. */
  people(): Promise<OidcPerson[]>;
  /** What somebody who is not on the list can be. */
  roles: readonly string[];
  /** Default: a free port. */
  port?: number;
};

/** A running OpenID provider. */
export type LocalOidc = {
  /** `http://127.0.0.1:port`. */
  issuer: string;
  stop(): Promise<void>;
};

/** Starts an OpenID provider on 127.0.0.1; throws `LocalPartsUnavailable` in a production install. */
export async function startOidc(options: OidcOptions): Promise<LocalOidc> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => response.destroy();
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  const stop = () => stopServer(server);
  try {
    const accounts = createAccounts();
    const provider = await createProvider(issuer, options.client, accounts);
    handle = handlerOf(provider, accounts, options, new URL(issuer).host);
    return { issuer, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function handlerOf(provider: Provider, accounts: Accounts, options: OidcOptions, host: string) {
  const ask = provider.callback();
  return (request: IncomingMessage, response: ServerResponse): void => {
    // A page elsewhere could point a name of its own at 127.0.0.1.
    if (request.headers.host !== host) show(response, options, 421, faultPage('wrong_host'));
    else if (!request.url?.startsWith('/interaction/')) ask(request, response);
    else
      asked(provider, accounts, options, request, response).catch(() =>
        show(response, options, 400, faultPage('invalid_request')),
      );
  };
}

const FORM_MAX = 10_000;

async function asked(
  provider: Provider,
  accounts: Accounts,
  options: OidcOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  const people = await options.people();
  if (request.method !== 'POST') return show(response, options, 200, whoPage(uid, people, options.roles));
  if (Number(request.headers['content-length'] ?? FORM_MAX + 1) > FORM_MAX) throw new Error('The form is too long.');
  const person = personIn(new URLSearchParams(await text(request)), people, options.roles);
  if (person === undefined) return show(response, options, 400, whoPage(uid, people, options.roles));
  await answerWho(provider, request, response, accounts.subjectOf(person));
}

function personIn(form: URLSearchParams, people: OidcPerson[], roles: readonly string[]): OidcPerson | undefined {
  const email = form.get('email')?.trim() ?? '';
  const name = form.get('name')?.trim();
  const role = form.get('role');
  if (name === undefined) return people.find((person) => person.email === email);
  if (name === '' || !email.includes('@') || role === null || !roles.includes(role)) return undefined;
  return { name, email, roles: [role] };
}

function show(response: ServerResponse, { client }: OidcOptions, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': pagePolicy([new URL(client.redirectUri).origin]),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(html);
}

async function stopServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sign-in service has no port.');
  return address.port;
}
