import { z } from 'zod';

/** The address in a letter; whatever its id, the page is the same. */
export const taskPageParams = z.object({ id: z.string().max(200) });

/** Where things are, for whoever opens the address of the API. */
export const home = z.object({
  name: z.literal('Drawbridge'),
  documentation: z.string().optional().describe('A page to read; left out where it is switched off.'),
  openapi: z.string(),
  cases: z
    .string()
    .describe('Asks for a bearer token, as everything does but this, the probes and the meaning of errors.'),
  errors: z.string().describe('What the code of a problem means.'),
  alive: z.string(),
  ready: z.string(),
});
