import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contentHash } from '../domain/hash.js';

/** The command id of a request, answered in `Idempotency-Key` as well. */
export function commandIdOf(request: FastifyRequest, reply: FastifyReply): string {
  const given = request.headers['idempotency-key'];
  const key = typeof given === 'string' ? given : randomUUID();
  reply.header('idempotency-key', key);
  return key;
}

/** The id of the case that somebody opens under a key: the same opener and key always name the same case. */
export const caseIdFor = (personId: string, key: string): string =>
  `c-${contentHash({ openedBy: personId, key }).slice(0, 16)}`;
