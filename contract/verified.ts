import { z } from 'zod';

/** What verifying the ledger of one case came to. */
export const verifiedAnswer = z.union([
  z.object({
    ok: z.literal(true),
    caseId: z.string(),
    rows: z.number(),
    head: z.object({ seq: z.number(), hash: z.string() }),
    stateMatches: z.boolean(),
  }),
  z.object({ ok: z.literal(false), caseId: z.string(), brokenSeq: z.number(), message: z.string() }),
]);

/** A page of them. */
export const verifiedPage = z.object({ rows: z.array(verifiedAnswer), nextCursor: z.string().optional() });
