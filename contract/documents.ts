import { z } from 'zod';
import { caseParams, hash, name } from './basics.js';

/** Bytes as they are. */
export const bytes = z.unknown().meta({ type: 'string', format: 'binary' });

export const uploadQuery = z.strictObject({
  fileName: name(200)
    .regex(/^[^/\\]+$/, { error: 'must be a file name without folders' })
    .describe('Name of the file.'),
});

/** A document that is kept under its SHA-256. */
export const storedDocument = z.object({
  sha256: z.string(),
  bytes: z.number(),
  fileName: z.string(),
  mediaType: z.string(),
});

export const documentParams = caseParams.extend({ sha256: hash });
