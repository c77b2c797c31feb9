import { z } from 'zod';
import { ACCOUNT_OWNERS } from '../../domain/access/account.js';
import { LEFT_ANSWERS } from '../../domain/leftBehind/leftBehind.js';
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
  AnswerLeftBehind: {
    summary:
      'Say of something that stays after an access has ended that it was removed, which is checked, or whose it is now',
    by: KEEPERS,
    body: z.strictObject({
      person: personRef,
      resource,
      item: text(320).describe('As the case shows it: `<kind>:<number>`, such as `deploy-key:4711`.'),
      is: z.enum(LEFT_ANSWERS),
      whose: text(200).optional().describe('Of what stays: which team, service or company answers for it now.'),
      reason,
    }),
  },
};
