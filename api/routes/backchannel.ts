import { createRemoteJWKSet, jwtVerify } from 'jose';
import { problems } from '../../contract/answers.js';
import { endedSessions, logoutClaims, toldOfLogout } from '../../contract/session.js';
import type { Api } from '../api.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { errorCodeOf, type OpenId } from '../signIn/openId.js';
import type { ProviderConfig } from '../signIn/parts.js';

/** How old a message of the provider may be, and how far its clock may be off. */
const AGE = '5 minutes';
const TOLERANCE = '30 seconds';
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

const told = {
  operationId: 'EndSessionsAtProvidersWord',
  tags: ['sign-in'],
  security: [],
  summary: 'Where the OpenID provider says that somebody is signed out',
  consumes: ['application/x-www-form-urlencoded'],
  body: toldOfLogout,
  response: { 200: endedSessions, ...problems('SignInUnavailable') },
};

/** OpenID Connect Back-Channel Logout 1.0: the provider ends sessions without a browser. In a scope of its own, since it sends a form. */
export const backchannelRoutes =
  (openId: OpenId | undefined) =>
  (api: Api, { store, config }: ApiParts): void => {
    api.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    const { provider } = config.signIn ?? {};
    const keysOf = openId && keysOnce(openId);
    api.post('/auth/backchannel-logout', { schema: told, config: { access: 'public' } }, async (request) => {
      if (provider === undefined || keysOf === undefined) throw new Problem('SignInUnavailable');
      const claims = await read(request.body.logout_token, provider, await keysOf()).catch((error: unknown) => {
        request.log.warn({ reason: errorCodeOf(error) }, 'a logout token was refused');
        throw new Problem('Malformed', 'This is no logout token of our provider.');
      });
      const { sub: subject, sid: providerSession } = claims;
      return { ended: await store.sessions.endAtProvider({ issuer: provider.issuer, subject, providerSession }) };
    });
  };

type Keys = ReturnType<typeof createRemoteJWKSet>;

/** The provider's keys, kept and read again as it changes them. */
function keysOnce(openId: OpenId): () => Promise<Keys> {
  let keys: Keys | undefined;
  return async () => {
    keys ??= createRemoteJWKSet(await openId.keysUrl());
    return keys;
  };
}

async function read(token: string, { issuer, clientId }: ProviderConfig, keys: Keys) {
  const { payload } = await jwtVerify(token, keys, {
    ...{ issuer, audience: clientId, algorithms: ALGORITHMS },
    ...{ maxTokenAge: AGE, clockTolerance: TOLERANCE, requiredClaims: ['iat', 'jti'] },
  });
  return logoutClaims.parse(payload);
}
