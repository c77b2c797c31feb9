import { z } from 'zod';
import { name, text } from './basics.js';

/** What a personal token may do. */
export const tokenScope = z
  .enum(['read', 'act'])
  .describe('`read`: what its person may read. `act`: their acts as well, without those that want a fresh sign-in.');

const DAYS_MAX = 366;

/** A token that somebody makes for themselves. */
export const makeTokenBody = z.strictObject({
  name: name(80).describe('What it is for, in words of your own.'),
  scope: tokenScope.default('read'),
  expiresInDays: z
    .int()
    .min(1)
    .max(DAYS_MAX)
    .default(30)
    .describe('At most as long as the installation allows (PERSONAL_TOKEN_DAYS).'),
});

const row = {
  tokenId: z.string(),
  name: z.string(),
  scope: tokenScope,
  roles: z.array(z.string()).describe('What it can act as; the header `drawbridge-role` says as which.'),
  caseIds: z.array(z.string()).optional().describe('On the vendor’s side: the cases that it reaches.'),
  madeAt: z.string(),
  expiresAt: z.string(),
};

/** A token that was made; `token` is shown this once. */
export const madeToken = z.object({ ...row, token: z.string() });
export type MadeToken = z.infer<typeof madeToken>;

/** One's own tokens that still work, the latest first. */
export const myTokens = z.object({
  rows: z.array(z.object({ ...row, usedAt: z.string().optional().describe('When it was last used, to the minute.') })),
  daysMax: z.number().describe('How long a token may work here, days.'),
});
export type MyTokens = z.infer<typeof myTokens>;

export const myTokenParams = z.object({ tokenId: text(100) });
