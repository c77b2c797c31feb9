import { z } from 'zod';
import { controlId, names } from './basics.js';
import { lease, leftBehind, outsideAccount, outsideChange } from './parts.js';

/** A control of the catalogue, without its rules. */
export const aboutControl = z.object({
  id: z.string(),
  title: z.string(),
  area: z.string(),
  risk: z.string(),
  nist: z.string(),
  subject: z.enum(['case', 'person']),
  locked: z.boolean(),
  suppliedBy: z.array(z.string()),
  takesForm: z.boolean(),
});
export type AboutControl = z.infer<typeof aboutControl>;

export const controlCatalogue = z.object({ controls: z.array(aboutControl) });
export const controlParams = z.object({ id: controlId });
export const controlForm = z.looseObject({}).describe('A JSON Schema.');

/** The compiled plan of a case. */
export const casePlan = z.looseObject({ hash: z.string() });

/** Who holds which access, and on what it rests. */
export const caseAccess = z.object({
  leases: z.array(lease),
  accounts: z.array(outsideAccount).optional().describe('For the client: accounts that are not there by a grant.'),
  outsideChanges: z.array(outsideChange).optional().describe('For the client: what was changed by hand.'),
  leftBehind: z.array(leftBehind).optional().describe('For the client: what stays after access has ended.'),
  zone: z.string().describe('Time zone of the side that reads it.'),
  names,
});
export type CaseAccess = z.infer<typeof caseAccess>;
