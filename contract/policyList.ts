import { z } from 'zod';
import { receipt } from './answers.js';
import { hash, names, policyText, reason } from './basics.js';
import { at, person, policyName } from './parts.js';

/** A policy for the operator's list: its text, of which name, version and hash are kept. */
export const listPolicyBody = z.strictObject({ policy: policyText.describe('The policy as YAML.'), reason });
export const delistPolicyBody = z.strictObject({ reason });
export const listedPolicyParams = z.object({ hash: hash.describe('SHA-256 of the policy’s text.') });

/** What became of the list, and where it stands in the log of custody. */
export const policyListed = z.object({ policy: policyName, receipt });

const act = z.object({ at, by: person, reason: z.string() });

/** The policies that cases may be opened under, and those that were taken off the list. */
export const policyList = z.object({
  own: policyName.describe('The policy of the installation itself; it is always allowed.'),
  rows: z.array(
    z.object({
      policy: policyName,
      entry: z
        .object({ seq: z.number(), hash: z.string() })
        .describe('The entry of the log of custody that put it on the list.'),
      listed: act,
      delisted: act.optional().describe('No case is opened under it since.'),
    }),
  ),
  names,
});
export type PolicyList = z.infer<typeof policyList>;
