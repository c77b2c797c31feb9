import { z } from 'zod';
import { policyText } from './basics.js';
import { planDifference, policyName } from './parts.js';

/** A policy as YAML, or JSON with the text in `policy`. */
export const comparePolicyBody = z.union([policyText, z.strictObject({ policy: policyText })]);

/** What another policy would change in a running case. */
export const comparedPolicy = z.object({
  policy: policyName,
  from: z.string().describe('Hash of the present plan.'),
  plan: z.string().describe('Hash of the plan under the new policy; the same when nothing would change.'),
  difference: z.array(planDifference),
});
export type ComparedPolicy = z.infer<typeof comparedPolicy>;
