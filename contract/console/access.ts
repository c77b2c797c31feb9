import { z } from 'zod';
import { ACCESS_ASKS, ACCESS_STATUSES } from '../../domain/access/accessRows.js';
import { names, pageOf, paging, text } from '../basics.js';
import { at, person } from '../parts.js';

/** Whose access, to what, and what of it waits for an answer. */
export const accessQuery = z.strictObject({
  ...paging,
  vendor: text(200).optional().describe('Name of the vendor, any case.'),
  person: text(64).optional().describe('A person id.'),
  resource: text(140).optional(),
  status: z.enum(ACCESS_STATUSES).optional(),
  asks: z
    .enum(ACCESS_ASKS)
    .optional()
    .describe('`confirm`: up for recertification; `declare`: whose account is it; `review`: changed by hand.'),
});

const row = z.object({
  caseId: z.string(),
  caseTitle: z.string(),
  vendor: z.string(),
  place: z.string().describe('Id of the grant, or of the account within the case.'),
  person,
  resource: z.string(),
  permission: z.string().optional().describe('As seen at the provider, else as granted.'),
  status: z
    .enum(ACCESS_STATUSES)
    .describe(
      '`opening`: granted, not seen there yet; `closing`: ended, not proven gone; `removed`: by hand; `unknown`: an account of nobody knows whom.',
    ),
  since: at,
  until: at.optional().describe('First instant at which it ends, as things stand; absent where it has no end.'),
  asks: z.enum(ACCESS_ASKS).optional(),
  answerBy: at.optional(),
});

/** Who can reach what over all cases, what ends first first. */
export const accessPage = pageOf(row).extend({ names });
