import { z } from 'zod';
import { READ_KINDS } from '../domain/audit/reads.js';
import { caseParams, day, names, pageOf, paging, text } from './basics.js';

/** Which readings are asked for; each left out: any. */
export const readsQuery = z.strictObject({
  ...paging,
  case: caseParams.shape.caseId.optional().describe('Of this case.'),
  person: text(320).optional().describe('By this person, by address or id.'),
  kind: z.enum(READ_KINDS).optional(),
  from: day.optional().describe('First day, in UTC.'),
  to: day.optional().describe('Last day, included.'),
});

/** Who read what, the latest first. Within an hour the same reading is one line, at its first time. */
export const readsPage = pageOf(
  z.object({
    at: z.string(),
    personId: z.string(),
    role: z.string(),
    kind: z.enum(READ_KINDS),
    caseId: z.string().optional().describe('Absent for what goes over all cases.'),
    caseTitle: z.string().optional(),
    vendor: z.string().optional(),
    thing: z.string().optional().describe('SHA-256 of a document, or the kind of a population.'),
    fileName: z.string().optional().describe('Of a document that is kept; not for an operator, who reads no case.'),
  }),
).extend({ names });
export type ReadsPage = z.infer<typeof readsPage>;
