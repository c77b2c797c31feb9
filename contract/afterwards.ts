import { z } from 'zod';
import { at, person } from './parts.js';

/** A replacement with its clock (RP-1). */
export const replacement = z.object({
  id: z.string(),
  leaver: person,
  status: z.enum(['running', 'late', 'handover', 'done', 'withdrawn']),
  requestedAt: at,
  forCause: z.boolean(),
  slaBusinessDays: z.number().describe('Business days of both parties, counted from the request.'),
  due: at.describe('First instant after the last of them.'),
  heldSince: at.optional().describe('The client is waited for, and the clock stands still.'),
  continues: z.string().optional().describe('The withdrawn request whose clock goes on.'),
  candidates: z.array(person),
  breachedAt: at.optional(),
  daysLate: z
    .number()
    .describe('Business days of both parties after the SLA, up to now or to the start of the joiner.'),
  creditPercent: z.number().describe('Per cent of one monthly rate.'),
  creditUsd: z.number().optional(),
  joiner: person.optional(),
  startedAt: at.optional(),
  withdrawnAt: at.optional(),
  businessDays: z.number().optional().describe('Business days from the request to the start of the joiner.'),
  handedOverOn: z.string().optional(),
});

/** The rounds in which access is confirmed (AR-1). */
export const recertification = z.object({
  round: z.number(),
  nextRoundAt: at.optional(),
  deadline: at.optional().describe('What is unanswered then is withdrawn.'),
  unanswered: z.array(z.string()).describe('Accesses of the last round that nobody has answered for.'),
});
