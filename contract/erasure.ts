import { z } from 'zod';
import { receipt } from './answers.js';
import { reason, text } from './basics.js';

export const erasePersonBody = z.strictObject({ person: text(320).describe('Person id or e-mail address.'), reason });

/** What was erased of a person (GDPR Art. 17), and what has to be kept on which ground. */
export const erasedPerson = z.object({
  person: z.string(),
  keyDestroyed: z.boolean().describe('False when it was gone before.'),
  receipt: receipt.describe('Place in the log of custody.'),
  kept: z.object({
    entries: z.array(
      z.object({
        caseId: z.string(),
        seq: z.number(),
        hash: z.string(),
        event: z.string(),
        named: z.enum(['by-id', 'in-text']),
      }),
    ),
    texts: z.array(z.object({ textHash: z.string(), caseIds: z.array(z.string()), keptUntil: z.string().optional() })),
  }),
  deletedTexts: z.array(z.string()).describe('Hashes of texts about the person that no case has to keep any more.'),
  grounds: z.object({ 'by-id': z.string(), 'in-text': z.string(), text: z.string() }),
});
export type ErasedPerson = z.infer<typeof erasedPerson>;
