import { z } from 'zod';

/** An act as a form is made from it. */
const act = z.object({
  summary: z.string(),
  by: z.string().describe('Who may, in words.'),
  path: z.string().describe('The last part of its address: `/api/cases/{caseId}/commands/{path}`.'),
  body: z.looseObject({}).describe('A JSON Schema.'),
});

/** Every act of people by its type. */
export const actTable = z.object({ acts: z.record(z.string(), act) });
export type ActTable = z.infer<typeof actTable>;
