import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CLIENT_ACTORS, CLIENT_ROLES, type Role } from '../domain/case/roles.js';
import type { ActingIdentity } from '../store/contract.js';
import type { Session } from '../store/signInContract.js';
import type { ApiParts } from './parts.js';
import { Problem } from './problems.js';
import { actingAs } from './signIn/acting.js';
import { actByToken, isPersonal } from './signIn/byToken.js';
import { cookiesOf } from './signIn/cookies.js';
import { checkOrigin } from './signIn/csrf.js';
import { within } from './signIn/limits.js';
import { sessionTimes } from './signIn/parts.js';
import { isVendorSide } from './visibility.js';

declare module 'fastify' {
  interface FastifyRequest {
    identity: ActingIdentity | null;
    /** Set where the request came with the cookie of a session. */
    session: OpenSession | null;
  }
  interface FastifyContextConfig {
    /** Roles that reach the route; `public` needs no token. Every route of the API says it. */
    access?: 'public' | readonly Role[];
    /** Whoever came with a session has to have signed in a short time ago; a personal token does not do. */
    signedInLately?: boolean;
    /** Changes nothing, whatever its method: a token that may only read reaches it. */
    reads?: true;
    /** The answer goes on for as long as somebody reads it: how long that is says nothing of us. */
    endless?: true;
  }
}

/** A session of a browser, with its secret. */
export type OpenSession = Session & { secret: string };

/** Failed sign-ins per minute and address, above which an address is asked to wait. */
const FAILURES_PER_MINUTE = 60;

/** Everybody with a token but the operator, who runs the machine and reads no case. */
export const READERS: readonly Role[] = [...CLIENT_ROLES, 'vendor-contact'];
/** Those who act in a case; compliance reads it, and writes holds and erasures in a log apart. */
export const ACTORS: readonly Role[] = [...CLIENT_ACTORS, 'vendor-contact', 'engineer'];
export const EVERYBODY: readonly Role[] = [...READERS, 'engineer', 'operator'];
/** Those who audit the installation as a whole. */
export const AUDITORS: readonly Role[] = ['compliance', 'operator'];
export const OPERATOR: readonly Role[] = ['operator'];

/** Whoever sent the request; without a valid token there is no way past the sign-in hook. */
export function identityOf(request: FastifyRequest): ActingIdentity {
  if (request.identity === null) throw new Problem('Unauthenticated');
  return request.identity;
}

/** The session that a request came with. Throws `Unauthenticated` for one that came with a token. */
export function sessionOf(request: FastifyRequest): OpenSession {
  if (request.session === null) throw new Problem('Unauthenticated', 'No session of a browser came with this request.');
  return request.session;
}

const BEARER = /^Bearer (dbr_[A-Za-z0-9_-]{10,200})$/;

type SignInParts = Pick<ApiParts, 'store' | 'clock' | 'config'>;

/** Makes every route of this scope ask for a token or a session whose role it names, unless it says `public`. */
export function addSignIn(app: FastifyInstance, parts: SignInParts): void {
  const failures = app.createRateLimit({
    max: FAILURES_PER_MINUTE,
    timeWindow: 60_000,
    keyGenerator: (r) => `no:${r.ip}`,
  });
  const sessionIn = readSessions(parts);
  app.decorateRequest('identity', null);
  app.decorateRequest('session', null);
  app.addHook('onRoute', (route) => {
    const access = route.config?.access;
    if (access === undefined) throw new Error(`${route.url} does not say who reaches it`);
    // The OpenAPI document says it too.
    if (access !== 'public') route.schema = { ...route.schema, ...{ 'x-roles': access } };
  });
  app.addHook('onRequest', async (request) => {
    const { access } = request.routeOptions.config;
    if (access === 'public' || access === undefined) return;
    const { authorization } = request.headers;
    // Whoever sends a token means it; a session beside it is not looked at.
    request.session = authorization === undefined ? ((await sessionIn(request)) ?? null) : null;
    const token = BEARER.exec(authorization ?? '')?.[1];
    const holder = token === undefined ? undefined : await parts.store.tokens.verify(token, parts.clock());
    if (request.session !== null) request.identity = enter(request, access, parts);
    else if (holder !== undefined) request.identity = actByToken(holder, request, access);
    else {
      await within(failures, request);
      throw new Problem('Unauthenticated');
    }
  });
}

/** Every case, or those of a token or of a session of the vendor’s side. */
export type Sight = 'every-case' | readonly string[];

/**
 * Which cases the sign-in of an open request reaches at this moment; undefined once it has ended.
 * To be asked does not count as activity: a page that is left open does not keep its session from ending.
 */
export async function sightNow(parts: SignInParts, { session, identity, headers }: FastifyRequest) {
  const { store, clock, config } = parts;
  if (session !== null) {
    const { idleMs } = sessionTimes(config.signIn);
    const open = await store.sessions.peek(session.secret, { now: clock(), idleMs });
    return open && sightOfGrants(open);
  }
  const token = BEARER.exec(headers.authorization ?? '')?.[1];
  const holder = token === undefined ? undefined : await store.tokens.verify(token, clock());
  if (holder === undefined) return undefined;
  if (isPersonal(holder)) return sightOfGrants(holder);
  if (holder.role !== identity?.role) return undefined;
  return sightOf(
    isVendorSide(holder.role) || holder.caseId !== undefined,
    holder.caseId === undefined ? [] : [holder.caseId],
  );
}

const sightOf = (isBound: boolean, caseIds: string[]): Sight => (isBound ? caseIds : 'every-case');

const sightOfGrants = ({ side, grants }: Pick<Session, 'side' | 'grants'>): Sight =>
  sightOf(
    side === 'vendor',
    grants.flatMap(({ caseId }) => caseId ?? []),
  );

/** Reads the open session of a browser from the cookie of a request. */
export function readSessions({ store, clock, config }: SignInParts) {
  const cookies = cookiesOf(config.baseUrl);
  const { idleMs } = sessionTimes(config.signIn);
  return async (request: FastifyRequest): Promise<OpenSession | undefined> => {
    const secret = cookies.session.read(request);
    const session = secret === undefined ? undefined : await store.sessions.verify(secret, { now: clock(), idleMs });
    return session === undefined || secret === undefined ? undefined : { ...session, secret };
  };
}

/** As whom somebody with a session acts. Throws `CsrfRejected`, `Forbidden`, `SignInTooOld`. */
function enter(request: FastifyRequest, access: readonly Role[], { clock, config }: SignInParts): ActingIdentity {
  const session = sessionOf(request);
  checkOrigin(request, session.secret, config.baseUrl);
  const as = actingAs(session, request, access);
  const { signedInLately } = request.routeOptions.config;
  const age = Date.parse(clock()) - Date.parse(session.signedInAt);
  if (signedInLately === true && age > sessionTimes(config.signIn).againMs) throw new Problem('SignInTooOld');
  return { sessionId: session.sessionId, personId: session.personId, ...as };
}
