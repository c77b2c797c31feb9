import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** What the next ID token says and how it is signed; what is left out is right. */
export type Next = { claims?: JWTPayload; key?: 'own' | 'foreign' | 'none'; leaveOut?: string[] };

/** A provider that says whatever a test wants; its codes count once. */
export type BadProvider = {
  issuer: string;
  clientId: string;
  /** Sets what the next ID token says; `nonce` is that of the start. */
  next: { nonce: string } & Next;
  /** A message that somebody is signed out. */
  logoutToken(claims?: JWTPayload, key?: 'own' | 'foreign'): Promise<string>;
  stop(): Promise<void>;
};

const CLIENT_ID = 'drawbridge';
const EVENTS = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const seconds = () => Math.floor(Date.now() / 1_000);
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Starts it on 127.0.0.1. */
export async function startBadProvider(): Promise<BadProvider> {
  const [own, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const keys: Record<'own' | 'foreign', CryptoKey> = { own: own.privateKey, foreign: foreign.privateKey };
  const used = new Set<string>();
  const sign = (claims: JWTPayload, key: 'own' | 'foreign') =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(keys[key]);

  const server = createServer((request, response) => {
    const say = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const path = request.url?.split('?')[0];
    if (path === '/.well-known/openid-configuration') return say(200, metadata());
    if (path === '/jwks') return say(200, { keys: [jwk] });
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const code = new URLSearchParams(body).get('code') ?? '';
      if (used.has(code)) return say(400, { error: 'invalid_grant' });
      used.add(code);
      void idToken().then((id_token) =>
        say(200, { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const metadata = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    // It offers what nobody may take.
    id_token_signing_alg_values_supported: ['RS256', 'none'],
    code_challenge_methods_supported: ['S256'],
  });
  const provider: BadProvider = {
    issuer,
    clientId: CLIENT_ID,
    next: { nonce: '' },
    logoutToken: (claims = {}, key = 'own') =>
      sign({ iss: issuer, aud: CLIENT_ID, iat: seconds(), jti: 'j', sub: 'subject-1', events: EVENTS, ...claims }, key),
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
  const idToken = async (): Promise<string> => {
    const { nonce, claims = {}, key = 'own', leaveOut = [] } = provider.next;
    const right: JWTPayload = {
      ...{ iss: issuer, aud: CLIENT_ID, sub: 'subject-1', iat: seconds(), exp: seconds() + 300, nonce, sid: 'sid-1' },
      ...{ email: 'aoife@harbour.example', email_verified: true, name: 'Aoife', roles: ['legal'] },
    };
    const said = Object.fromEntries(
      Object.entries({ ...right, ...claims }).filter(([name]) => !leaveOut.includes(name)),
    );
    return key === 'none' ? `${encoded({ alg: 'none' })}.${encoded(said)}.` : await sign(said, key);
  };
  return provider;
}
