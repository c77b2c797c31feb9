import type { FastifyReply, FastifyRequest } from 'fastify';
import { problems } from '../../contract/answers.js';
import { signInWays, startQuery } from '../../contract/session.js';
import { MINUTE_MS, plusMs } from '../../domain/time.js';
import type { Api } from '../api.js';
import { readSessions } from '../auth.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { comeIn } from '../signIn/comeIn.js';
import { type Cookies, cookiesOf } from '../signIn/cookies.js';
import { deviceOf } from '../signIn/device.js';
import { localPath } from '../signIn/localPath.js';
import { errorCodeOf, newSecret, type OpenId } from '../signIn/openId.js';
import { type ProviderConfig, sessionTimes } from '../signIn/parts.js';
import { takesPasskeys } from '../signIn/passkeys.js';
import { viewSession } from '../signIn/viewSession.js';

/** How long somebody may take at the provider, milliseconds. */
const START_MS = 15 * MINUTE_MS;

const starting = {
  operationId: 'StartSignIn',
  tags: ['sign-in'],
  security: [],
  summary: 'Sign in at the OpenID provider: sends the browser there',
  querystring: startQuery,
  response: problems('SignInUnavailable'),
};

const returning = {
  operationId: 'FinishSignIn',
  tags: ['sign-in'],
  security: [],
  summary: 'Where the OpenID provider sends the browser back to',
};

const asking = {
  operationId: 'ListSignInWays',
  tags: ['sign-in'],
  security: [],
  summary: 'Which ways there are to sign in with a browser, and who is signed in with it already',
  response: { 200: signInWays },
};

/** What somebody is sent to when it did not work: a page that says why, by a word. */
const failed = (reply: FastifyReply, why: string, to = '/') =>
  reply.redirect(`/sign-in?error=${why}${to === '/' ? '' : `&to=${encodeURIComponent(to)}`}`, 303);

type Way = { provider: ProviderConfig; openId: OpenId; cookies: Cookies };

const OFF = 'Nobody signs in with a company account here: OIDC_ISSUER is not set.';

/** Signing in at the OpenID provider. */
export const signInRoutes =
  (openId: OpenId | undefined) =>
  (api: Api, parts: ApiParts): void => {
    const { signIn, baseUrl } = parts.config;
    const config = { access: 'public' as const };
    const { provider } = signIn ?? {};
    const way =
      provider === undefined || openId === undefined ? undefined : { provider, openId, cookies: cookiesOf(baseUrl) };
    const code = parts.sendSignInLetter !== undefined;
    const sessionIn = readSessions(parts);
    api.get('/api/sign-in', { schema: asking, config }, async (request) => {
      const open = await sessionIn(request);
      return {
        provider: way !== undefined,
        code,
        passkey: code && takesPasskeys(baseUrl),
        ...(open !== undefined && { session: await viewSession(parts, open, request) }),
      };
    });

    api.get('/auth/start', { schema: starting, config }, async (request, reply) => {
      const { to, again } = request.query;
      const returnTo = localPath(to);
      if (way === undefined) throw new Problem('SignInUnavailable', OFF);
      // Under another name of this address the cookie would not be there when the browser is back.
      if (request.headers.host !== new URL(baseUrl).host) return reply.redirect(`${baseUrl}${request.url}`, 303);
      return reply.redirect(await goThere(parts, way, request, reply, { returnTo, again: again === '1' }), 303);
    });

    api.get('/auth/callback', { schema: returning, config }, (request, reply) => {
      if (way === undefined) throw new Problem('SignInUnavailable', OFF);
      return comeBack(parts, way, request, reply);
    });
  };

/** Notes that a browser is on its way; answers where it goes. */
async function goThere(
  { store, clock }: ApiParts,
  { openId, cookies }: Way,
  request: FastifyRequest,
  reply: FastifyReply,
  start: { returnTo: string; again: boolean },
): Promise<string> {
  const secret = newSecret();
  const at = await startUrl(request, openId, secret, start.again);
  const now = clock();
  await store.signIns.begin({ secret, ...start, now, expiresAt: plusMs(now, START_MS) });
  cookies.start.set(reply, secret, START_MS / 1_000);
  return at.href;
}

async function startUrl(request: FastifyRequest, openId: OpenId, secret: string, again: boolean): Promise<URL> {
  try {
    return await openId.startUrl(secret, again);
  } catch (error) {
    request.log.warn({ reason: errorCodeOf(error) }, 'the OpenID provider cannot be used');
    throw new Problem('SignInUnavailable');
  }
}

async function comeBack(parts: ApiParts, way: Way, request: FastifyRequest, reply: FastifyReply) {
  const { store, clock, config } = parts;
  const { cookies, openId, provider } = way;
  const secret = cookies.start.read(request);
  cookies.start.clear(reply);
  // Taken away first: an answer of the provider is looked at once.
  const start = secret === undefined ? undefined : await store.signIns.take(secret, clock());
  if (secret === undefined || start === undefined) return failed(reply, 'SignInExpired');
  const at = new URL(`${config.baseUrl}${request.url}`);
  const claims = await openId.finish(at, secret, start.again).catch((error: unknown) => {
    request.log.warn({ reason: errorCodeOf(error) }, 'a sign-in at the OpenID provider failed');
    return undefined;
  });
  if (claims === undefined) return failed(reply, 'SignInFailed', start.returnTo);
  const device = deviceOf(request.headers['user-agent']);
  const session = await comeIn(parts, provider, { claims, device, replaces: cookies.session.read(request) });
  if (typeof session === 'string') return failed(reply, session, start.returnTo);
  cookies.session.set(reply, session.secret, sessionTimes(config.signIn).lengthMs / 1_000);
  return reply.redirect(start.returnTo, 303);
}
