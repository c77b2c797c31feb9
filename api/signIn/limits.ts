import type { FastifyRequest } from 'fastify';
import type { Api } from '../api.js';
import { Problem } from '../problems.js';

type Limit = ReturnType<Api['createRateLimit']>;

/** Counts a try. Throws `TooManyRequests` above the limit, with when to come back. */
export async function within(limit: Limit, request: FastifyRequest): Promise<void> {
  const tries = await limit(request);
  if (!tries.isAllowed && tries.isExceeded)
    throw new Problem('TooManyRequests', undefined, { retryAfterSeconds: tries.ttlInSeconds });
}
