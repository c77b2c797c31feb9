import { z } from 'zod';
import { at, person } from './parts.js';

/** An incident or a drill, with its clocks and the measured minutes of each step. */
export const incident = z.object({
  id: z.string(),
  drill: z.boolean(),
  what: z.string(),
  personalData: z.boolean(),
  reportedBy: person,
  reportedAt: at,
  vendorAwareAt: at,
  clientAwareAt: at,
  claimed: z
    .object({ client: at.optional(), vendor: at.optional() })
    .optional()
    .describe('What the other side says of a side’s awareness; it dates nothing.'),
  disputed: z
    .array(z.enum(['client', 'vendor']))
    .optional()
    .describe('Both sides differ on it; the earlier counts.'),
  closedAt: at.optional(),
  clocks: z.array(
    z.object({
      clock: z.string(),
      from: at,
      due: at,
      stoppedAt: at.optional(),
      late: z.boolean(),
      reminded: z.number(),
    }),
  ),
  steps: z.array(
    z.object({
      step: z.string(),
      done: z.boolean(),
      at: at.optional(),
      by: person.optional(),
      minutes: z.number().optional().describe('Whole minutes since whoever had to do it became aware.'),
      lateMinutes: z.number().optional().describe('Whole minutes after the end of its clock.'),
      grounded: z.boolean().describe('Not done, because the law asks for nothing; the grounds stand in the ledger.'),
      items: z.array(z.string()).optional(),
    }),
  ),
});

export type IncidentView = z.infer<typeof incident>;
