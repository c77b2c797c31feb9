import { z } from 'zod';
import { day, link, personRef, reason, resource, text } from '../basics.js';

const replacement = text(60).describe('Id of the replacement, for example replacement-1.');

/** Acts on replacements and on access that is held for long. */
export const afterwards = {
  RequestReplacement: {
    summary: 'Request a replacement: its clock starts now; for cause, the person’s access ends at once',
    by: 'engineering manager, procurement',
    body: z.strictObject({ person: personRef, reason, forCause: z.boolean(), lastDay: day.optional() }),
  },
  WithdrawReplacement: {
    summary: 'Withdraw a replacement request; a credit that has accrued stays owed',
    by: 'engineering manager, procurement',
    body: z.strictObject({ replacement, reason }),
  },
  RecordHandover: {
    summary: 'Record the handover from the leaver to the joiner',
    by: 'vendor contact, engineering manager',
    body: z.strictObject({
      replacement,
      form: z.strictObject({ day, topics: z.array(text(200)).min(1).max(30), link }),
    }),
  },
  Recertify: {
    summary: 'Confirm, reduce or remove a grant that is up for recertification',
    by: 'owner of the person’s grants, else engineering manager',
    body: z.strictObject({
      person: personRef,
      resource,
      decision: z.enum(['confirm', 'reduce', 'remove']),
      profile: text(60).optional().describe('To reduce: the lesser access profile.'),
      reason,
    }),
  },
};
