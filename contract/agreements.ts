import { z } from 'zod';
import { at, person } from './parts.js';

/** A milestone of a project. */
export const milestone = z.object({
  id: z.string(),
  title: z.string(),
  acceptance: z.string().describe('By which criterion it is accepted.'),
  acceptedBy: person.describe('Whoever of the client accepts it.'),
  due: z.string().describe('Last day on which it is delivered in time, where the vendor is.'),
  status: z.enum(['planned', 'delivered', 'accepted', 'returned']),
  deliverBy: at.optional().describe('While it is owed: the first instant at which it is late.'),
  answerBy: at.optional().describe('While it is delivered: by when the client answers.'),
  deliveries: z.number(),
  delivered: z.object({ at, by: person, evidence: z.string() }).optional(),
  returned: z.object({ at, reason: z.string() }).optional(),
  acceptedAt: at.optional(),
  lateSince: at.optional(),
  move: z
    .object({ due: z.string(), by: z.enum(['client', 'vendor']), reason: z.string(), at })
    .optional()
    .describe('Another day that one side asks for.'),
});

/** The first day at work of somebody in staff augmentation. */
export const firstDay = z.object({
  person,
  manager: person,
  due: z.string().describe('Last day on which it is in time, where the vendor is.'),
  status: z.enum(['expected', 'announced', 'confirmed']),
  announced: z.object({ day: z.string(), at }).optional(),
  refused: z.object({ day: z.string(), reason: z.string() }).optional(),
  confirmed: z.object({ day: z.string(), by: person, at }).optional(),
  lateSince: at.optional(),
  missedBy: z.enum(['client', 'vendor']).optional().describe('Once it is late: whose miss that is.'),
});

/** Something that the vendor says is wrong. */
export const dispute = z.object({
  id: z.string(),
  about: z.enum(['reading', 'meeting']),
  of: z.string().describe('The KPI, or the meeting by its control.'),
  when: z.string(),
  value: z.number().optional().describe('Of a reading: what was recorded.'),
  reason: z.string(),
  evidence: z.string().optional(),
  raisedBy: person,
  raisedAt: at,
  due: at.describe('By when the client answers.'),
  answered: z
    .object({
      answer: z.enum(['uphold', 'correct']),
      by: person,
      at,
      reason: z.string(),
      value: z.number().optional(),
      missed: z.boolean().optional(),
    })
    .optional(),
});
