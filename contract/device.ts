import { z } from 'zod';
import { name, text } from './basics.js';
import { tokenScope } from './myTokens.js';

/** A command line that asks to be let in (RFC 8628, 3.1). */
export const askDeviceBody = z.strictObject({
  device: name(80).describe('What it is and where it runs, for the person who is asked.'),
  scope: tokenScope.default('act'),
});

/** The code for a person, where they enter it, and the code to poll with (RFC 8628, 3.2). */
export const askedDevice = z.object({
  deviceCode: z.string().describe('For `POST /api/device/poll`; whoever has it gets the token.'),
  userCode: z.string().describe('For a person to enter, once.'),
  verificationUri: z.string(),
  expiresInSeconds: z.number(),
  pauseSeconds: z.number().describe('How long to wait between two polls.'),
});

export const pollDeviceBody = z.strictObject({ deviceCode: text(100) });

/** What a poll is told (RFC 8628, 3.5); a code that is wrong, used or too old is `expired`. */
export const polledDevice = z.union([
  z.object({
    status: z.enum(['pending', 'slow-down']),
    pauseSeconds: z.number().describe('How long to wait from now on.'),
  }),
  z.object({ status: z.enum(['refused', 'expired']) }),
  z.object({
    status: z.literal('allowed'),
    token: z.string().describe('Shown this once.'),
    tokenId: z.string(),
    personId: z.string(),
    scope: tokenScope,
    expiresAt: z.string(),
  }),
]);

export const userCodeBody = z.strictObject({
  userCode: text(40).describe('As the command line shows it, in whatever case.'),
});

/** Who asks, from where, for what. */
export const waitingDevice = z.object({
  device: z.string(),
  address: z.string().describe('Address of the network that it asks from.'),
  sameAddress: z.boolean().describe('Whether this browser comes from there, too.'),
  scope: tokenScope,
  askedAt: z.string(),
  expiresAt: z.string(),
  days: z.number().describe('How long the token will work.'),
});
export type WaitingDevice = z.infer<typeof waitingDevice>;

/** What became of it. */
export const answeredDevice = z.object({ answer: z.enum(['allowed', 'refused']) });
