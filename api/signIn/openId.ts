import { createHash, randomBytes } from 'node:crypto';
import * as openid from 'openid-client';
import type { ProviderConfig } from './parts.js';

/** What an ID token said that was checked. */
export type Claims = openid.IDToken;

/** The provider, as sign-in uses it. */
export type OpenId = {
  /** Where a browser with this secret is sent; `again`: it has to ask for proof even where it still knows the person. */
  startUrl(secret: string, again: boolean): Promise<URL>;
  /** What the provider says of whoever came back with this address. Throws whatever does not fit. */
  finish(at: URL, secret: string, again: boolean): Promise<Claims>;
  /** Where a browser goes to sign out there; undefined where the provider has no such place. */
  endUrl(): Promise<URL | undefined>;
  /** Its keys, for what it sends by itself. */
  keysUrl(): Promise<URL>;
};

/** The longest that the provider is waited for, seconds. */
const TIMEOUT_SECONDS = 10;
/** How far its clock may be off, seconds. */
const TOLERANCE_SECONDS = 30;
/** How long ago the proof may be after somebody was asked for it, seconds: time to type. */
const AGAIN_SECONDS = 300;

/** A secret of 256 bits for a browser; what goes to the provider follows from it, and does not lead back to it. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
const derived = (use: 'state' | 'nonce' | 'verifier', secret: string): string =>
  createHash('sha256').update(`${use}\n${secret}`).digest('base64url');

/** The provider by its settings; what it publishes about itself is read when it is first needed, and again where that failed. */
export function createOpenId(provider: ProviderConfig, baseUrl: string): OpenId {
  let known: Promise<openid.Configuration> | undefined;
  const configured = (): Promise<openid.Configuration> => {
    known ??= discover(provider).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  const redirectUri = `${baseUrl}/auth/callback`;
  return {
    async startUrl(secret, again) {
      const verifier = derived('verifier', secret);
      return openid.buildAuthorizationUrl(await configured(), {
        ...{ redirect_uri: redirectUri, scope: 'openid email profile' },
        ...{ state: derived('state', secret), nonce: derived('nonce', secret) },
        ...{ code_challenge: await openid.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
        ...(again && { prompt: 'login', max_age: String(AGAIN_SECONDS) }),
      });
    },
    async finish(at, secret, again) {
      const tokens = await openid.authorizationCodeGrant(await configured(), at, {
        ...{ expectedState: derived('state', secret), expectedNonce: derived('nonce', secret) },
        ...{ pkceCodeVerifier: derived('verifier', secret), idTokenExpected: true },
        ...(again && { maxAge: AGAIN_SECONDS }),
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('The provider sent no ID token.');
      return claims;
    },
    async endUrl() {
      const config = await configured();
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
      return openid.buildEndSessionUrl(config, { post_logout_redirect_uri: `${baseUrl}/sign-in` });
    },
    async keysUrl() {
      const { jwks_uri } = (await configured()).serverMetadata();
      if (jwks_uri === undefined) throw new Error('The provider publishes no keys.');
      return new URL(jwks_uri);
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: ProviderConfig): Promise<openid.Configuration> {
  const isClear = new URL(issuer).protocol === 'http:';
  const config = await openid.discovery(
    new URL(issuer),
    clientId,
    { client_secret: clientSecret, [openid.clockTolerance]: TOLERANCE_SECONDS },
    undefined,
    // The settings let a provider in clear through on this machine alone.
    { timeout: TIMEOUT_SECONDS, execute: isClear ? [openid.allowInsecureRequests] : [] },
  );
  if (config.serverMetadata().issuer !== issuer)
    throw new Error('The provider calls itself by another issuer than OIDC_ISSUER.');
  // An ID token is checked by the provider's key, and not only by the way on which it came.
  openid.enableNonRepudiationChecks(config);
  return config;
}

/** The kind of an error; its text may hold what a provider says of people. */
export function errorCodeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
