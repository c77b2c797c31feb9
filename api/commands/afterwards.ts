import { z } from 'zod';
import { day, personRef, reason, resource, text } from '../../contract/basics.js';
import { act } from './act.js';

const replacement = text(60).describe('Id of the replacement, for example replacement-1.');

/** Acts on replacements and on access that is held for long. */
export const afterwards = {
  RequestReplacement: act(
    'Ask for a replacement: its clock runs from now on; for cause the access of the person ends at once',
    'engineering manager, procurement',
    z.strictObject({ person: personRef, reason, forCause: z.boolean(), lastDay: day.optional() }),
    (body) => ({ type: 'RequestReplacement', ...body }),
  ),
  WithdrawReplacement: act(
    'Say that nobody is wanted any more in a replacement; a credit that has grown stays owed',
    'engineering manager, procurement',
    z.strictObject({ replacement, reason }),
    (body) => ({ type: 'WithdrawReplacement', ...body }),
  ),
  RecordHandover: act(
    'Record that the leaver has handed over to the joiner',
    'vendor contact, engineering manager',
    z.strictObject({
      replacement,
      form: z.strictObject({
        day,
        topics: z.array(text(200)).min(1).max(30),
        link: z.url({ protocol: /^https?$/, error: 'must be a link that starts with https://' }).max(500),
      }),
    }),
    (body) => ({ type: 'RecordHandover', ...body }),
  ),
  Recertify: act(
    'Confirm, reduce or remove an access that is up for recertification',
    'owner of the person’s grants, else engineering manager',
    z.strictObject({
      person: personRef,
      resource,
      decision: z.enum(['confirm', 'reduce', 'remove']),
      profile: text(60).optional().describe('To reduce: the lesser access profile.'),
      reason,
    }),
    (body) => ({ type: 'Recertify', ...body }),
  ),
};
