import { z } from 'zod';
import { entryNumber, names, pageOf, paging } from './basics.js';

/** What verifying the ledger of one case came to. */
export const verifiedAnswer = z.union([
  z.object({
    ok: z.literal(true),
    caseId: z.string(),
    rows: z.number(),
    head: z.object({ seq: z.number(), hash: z.string() }),
    stateMatches: z.boolean().describe('The stored state, lists and people are what the chain says.'),
    differing: z
      .array(z.string())
      .optional()
      .describe('What is not: `cases`, `case_rows`, `task_rows`, or people by id.'),
  }),
  z.object({ ok: z.literal(false), caseId: z.string(), brokenSeq: z.number(), message: z.string() }),
]);

export const verifyQuery = z.strictObject(paging);
/** A page of them. */
export const verifiedPage = pageOf(verifiedAnswer);
export type VerifiedPage = z.infer<typeof verifiedPage>;

const row = z.object({
  caseId: z.string(),
  seq: z.number(),
  at: z.string().describe('Time of the case.'),
  recordedAt: z.string().describe('Time of the database.'),
  runId: z.string(),
  actor: z.object({ personId: z.string(), role: z.string() }),
  commandId: z.string(),
  event: z.looseObject({ type: z.string() }),
  prevHash: z.string(),
  hash: z.string(),
});

export const ledgerQuery = z.strictObject({
  afterSeq: entryNumber.default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  format: z.enum(['json', 'jsonl']).default('json'),
});

/** A page of the trail, oldest first. */
export const ledgerPage = z.object({ rows: z.array(row), nextAfterSeq: z.number().optional(), names });
export type LedgerPage = z.infer<typeof ledgerPage>;
