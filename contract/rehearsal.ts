import { z } from 'zod';
import { email } from './basics.js';

/** Where a rehearsal stands that people live through in the browser. */
export const rehearsal = z.object({
  caseId: z.string(),
  title: z.string(),
  zone: z.string(),
  people: z.array(z.object({ name: z.string(), email: z.string(), role: z.string() })),
  told: z.array(z.string()).describe('What the scenario did, the latest last.'),
  ended: z.boolean(),
  now: z.string().optional(),
  day: z.number().optional().describe('Day of the plan; the first is 1.'),
  nextEvent: z.string().optional(),
  nextStep: z.object({ at: z.string(), what: z.string() }).optional().describe('The next step of the scenario.'),
});
export type Rehearsal = z.infer<typeof rehearsal>;

/** Whom somebody wants to be. */
export const beBody = z.strictObject({ email });
