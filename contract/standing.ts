import { z } from 'zod';
import { at, CONTROL_STATUS } from './parts.js';

/** Statuses of a red flag as a reader sees it; `waived`: open, and waived for a time. */
export const FLAG_STATUS = ['open', 'remedy', 'waived', 'cleared'] as const;

/** A red flag, whatever became of it. */
export const flagStanding = z.object({
  key: z.string(),
  status: z.enum(FLAG_STATUS),
  reason: z.string(),
  until: at.optional().describe('End of the remedy or of the waiver; then it is open again.'),
  term: z.string().optional().describe('What was agreed as its remedy.'),
});
export type FlagStanding = z.infer<typeof flagStanding>;

/** A control of the evaluation that is not met. */
export const controlStanding = z.object({
  key: z.string(),
  title: z.string(),
  status: z.enum(CONTROL_STATUS),
  why: z.array(z.string()),
  until: at.optional().describe('End of the waiver, where it is waived.'),
  answered: z.boolean().describe('Whether there is evidence for it.'),
});
export type ControlStanding = z.infer<typeof controlStanding>;

/** How a vendor stands in the evaluation of a case: nothing that is against it is left out. */
export const vendorStanding = z.object({
  weighted: z.number().optional().describe('0 to 100, over the points that are scored.'),
  counted: z
    .number()
    .optional()
    .describe('0 to 100, over all points; one that is not scored, or whose control is not met, counts as 0.'),
  countedPoints: z.array(z.string()).describe('Points whose score counts: their controls are met.'),
  notCounted: z.array(z.string()).describe('Points that count as 0 there.'),
  waitingFor: z.array(z.string()).describe('Points that still have to be scored.'),
  controls: z.array(controlStanding).describe('Controls of the evaluation that are open, refused or waived.'),
  flags: z.array(flagStanding).describe('Every red flag that was raised, also those under remedy, waived or cleared.'),
});
export type VendorStanding = z.infer<typeof vendorStanding>;
