import { z } from 'zod';
import { receipt } from './answers.js';
import { entryNumber, names, pageOf, paging, reason, text } from './basics.js';

const hold = z.object({
  hold: z.string(),
  caseId: z.string(),
  reason: z.string(),
  placedAt: z.string(),
  placedBy: z.string(),
});

export const placeHoldBody = z.strictObject({ reason });
export const releaseHoldBody = z.strictObject({
  reason,
  hold: text(40).optional().describe('Which one. Default: the only one.'),
});

/** A hold that was placed or released, and its place in the log of custody. */
export const heldCase = z.object({ hold: z.string(), receipt });

/** Closed cases and cases under a hold: until when each is kept, and why. */
export const retentionPage = pageOf(
  z.object({
    caseId: z.string(),
    title: z.string(),
    vendor: z.string(),
    closedAt: z.string().optional(),
    keptUntil: z.string().optional().describe('By the years of the case’s policy; absent while it is not closed.'),
    holds: z.array(hold),
    due: z.boolean().describe('Past its years and under no hold. Nothing deletes a ledger by itself.'),
  }),
).extend({ names });
export type RetentionPage = z.infer<typeof retentionPage>;
export const retentionQuery = z.strictObject(paging);

export const custodyQuery = z.strictObject({
  afterSeq: entryNumber.default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

/** The log of custody, and whether its chain holds. */
export const custodyLog = z.object({
  rows: z.array(
    z.object({
      seq: z.number(),
      at: z.string(),
      actor: z.object({ personId: z.string(), role: z.string() }),
      commandId: z.string(),
      fact: z.looseObject({ type: z.string() }),
      prevHash: z.string(),
      hash: z.string(),
    }),
  ),
  chain: z.union([
    z.object({ ok: z.literal(true), head: z.object({ seq: z.number(), hash: z.string() }) }),
    z.object({ ok: z.literal(false), brokenSeq: z.number() }),
  ]),
  names,
});
export type CustodyLog = z.infer<typeof custodyLog>;
