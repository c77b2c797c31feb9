import type { FastifyRequest } from 'fastify';
import type { Api } from '../api.js';
import { Problem } from '../problems.js';
import type { Cookies } from './cookies.js';

type Limit = ReturnType<Api['createRateLimit']>;

/**
 * By what requests are counted: by the sign-in, on the routes that look at it; on public ones by the address of the network, since
 * a token or cookie that nobody looks at can be another one each time.
 */
export const countedBy =
  ({ session }: Cookies) =>
  (request: FastifyRequest): string => {
    if (request.routeOptions.config.access === 'public') return request.ip;
    return request.headers.authorization ?? session.read(request) ?? request.ip;
  };

/** Counts a try. Throws `TooManyRequests` above the limit, with when to come back. */
export async function within(limit: Limit, request: FastifyRequest): Promise<void> {
  const tries = await limit(request);
  if (!tries.isAllowed && tries.isExceeded)
    throw new Problem('TooManyRequests', undefined, { retryAfterSeconds: tries.ttlInSeconds });
}
