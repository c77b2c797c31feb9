import { z } from 'zod';

export const hookParams = z.object({ provider: z.string().max(40).describe('Its name, such as `github`.') });

/** A delivery was signed, and what it is about is looked at soon. */
export const hookTaken = z.object({ taken: z.boolean() });
