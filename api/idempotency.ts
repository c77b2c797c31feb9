import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { contentHash } from '../domain/hash.js';

/** Letters, digits, dots, dashes and underscores: no key can look like an id that the engine makes (`clock:…`, `effect:…`). */
const KEY = /^[A-Za-z0-9._-]{1,100}$/;

/** Headers of a write. Left out, a key is made and answered; then a repeat of the request is a new request. */
export const writeHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .regex(KEY, { error: 'must be 1 to 100 letters, digits, dots, dashes, underscores' })
    .optional()
    .describe('Id of the command: the same key with the same content always gets the same answer.'),
});

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
