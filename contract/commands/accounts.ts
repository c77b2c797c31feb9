import { z } from 'zod';
import { ACCOUNT_OWNERS } from '../../domain/access/account.js';
import { foundAccount, personRef, reason, resource, text } from '../basics.js';

const KEEPERS = 'security, engineering manager';

/** Acts on what is at a provider beside the record. */
export const accounts = {
  DeclareAccounts: {
    summary: 'Say whose accounts on a resource are, before or after somebody finds them',
    by: KEEPERS,
    body: z.strictObject({
      resource,
      accounts: z
        .array(foundAccount)
        .min(1)
        .max(50)
        .describe('Logins at the provider, or what the case shows in their place.'),
      is: z.enum(ACCOUNT_OWNERS),
      whose: text(200).optional().describe('Of which team, service or company.'),
      reason,
    }),
  },
  ReviewOutsideChange: {
    summary:
      'Decide on what was changed by hand at the provider: a removal is restored or stands, another permission is noted',
    by: KEEPERS,
    body: z.strictObject({
      person: personRef,
      resource,
      decision: z.enum(['restore', 'keep-closed', 'noted']),
      reason,
    }),
  },
};
