import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CLIENT_ACTORS, CLIENT_ROLES, type Role } from '../domain/case/roles.js';
import type { TokenIdentity } from '../store/contract.js';
import type { ApiParts } from './parts.js';
import { Problem } from './problems.js';

declare module 'fastify' {
  interface FastifyRequest {
    identity: TokenIdentity | null;
  }
  interface FastifyContextConfig {
    /** Roles that reach the route; `public` needs no token. Every route of the API says it. */
    access?: 'public' | readonly Role[];
  }
}

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
export function identityOf(request: FastifyRequest): TokenIdentity {
  if (request.identity === null) throw new Problem('Unauthenticated');
  return request.identity;
}

const BEARER = /^Bearer (dbr_[A-Za-z0-9_-]{10,200})$/;

/** Makes every route of this scope ask for a token whose role it names, unless it says `public`. */
export function addSignIn(app: FastifyInstance, { store, clock }: Pick<ApiParts, 'store' | 'clock'>): void {
  const failures = app.createRateLimit({
    max: FAILURES_PER_MINUTE,
    timeWindow: 60_000,
    keyGenerator: (r) => `no:${r.ip}`,
  });
  app.decorateRequest('identity', null);
  app.addHook('onRoute', (route) => {
    const access = route.config?.access;
    if (access === undefined) throw new Error(`${route.url} does not say who reaches it`);
    // The OpenAPI document says it too.
    if (access !== 'public') route.schema = { ...route.schema, ...{ 'x-roles': access } };
  });
  app.addHook('onRequest', async (request) => {
    const { access } = request.routeOptions.config;
    if (access === 'public' || access === undefined) return;
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const identity = token === undefined ? undefined : await store.tokens.verify(token, clock());
    if (identity === undefined) {
      const tries = await failures(request);
      if (!tries.isAllowed && tries.isExceeded)
        throw new Problem('TooManyRequests', undefined, { retryAfterSeconds: tries.ttlInSeconds });
      throw new Problem('Unauthenticated');
    }
    if (!access.includes(identity.role)) throw new Problem('Forbidden');
    request.identity = identity;
  });
}
