import { z } from 'zod';
import { text } from '../basics.js';

export const searchQuery = z.strictObject({
  q: text(80)
    .transform((part) => part.trim())
    .refine((part) => part.length >= 2, 'needs at least two characters')
    .describe('Part of a title or name in any case, or a whole e-mail address.'),
});

/** What was found, at most eight of each kind. */
export const searched = z.object({
  cases: z.array(z.object({ caseId: z.string(), title: z.string(), vendor: z.string(), status: z.string() })),
  vendors: z.array(z.object({ vendor: z.string() })),
  people: z
    .array(z.object({ personId: z.string(), name: z.string(), caseId: z.string(), caseTitle: z.string() }))
    .describe(
      'By whole address over all cases; by part of the name among at most 1,000 people of the cases found and of the 50 open ones that were opened last.',
    ),
  documents: z.array(
    z.object({
      caseId: z.string(),
      caseTitle: z.string(),
      paper: z.string(),
      title: z.string(),
      kind: z.string(),
      state: z.string(),
    }),
  ),
});
export type Searched = z.infer<typeof searched>;
