import { z } from 'zod';

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
