import { z } from 'zod';
import { CLIENT_ROLES, VENDOR_ROLES } from '../domain/case/roles.js';
import { email, name, names, text } from './basics.js';
import { tokenScope } from './myTokens.js';

/** Roles that a token can be for. */
export const TOKEN_ROLES = [...CLIENT_ROLES, ...VENDOR_ROLES, 'operator'] as const;

/** Whom a token is for: a person by address, or whom a case names under the role. */
export const issueTokenBody = z.strictObject({
  role: z.enum(TOKEN_ROLES),
  email: email.optional(),
  name: name(120).optional(),
  caseId: text(64).optional(),
  person: text(320)
    .optional()
    .describe('Which of those whom the case names for the role, by address, id or name. Default: the first.'),
  expiresInDays: z.int().min(1).max(366).default(30),
});
export type IssueToken = z.output<typeof issueTokenBody>;

const whose = {
  tokenId: z.string(),
  personId: z.string(),
  role: z.string(),
  caseId: z.string().optional(),
  expiresAt: z.string(),
};

/** A token that was issued: nobody's until its person claims it. */
export const issuedToken = z.object({
  ...whose,
  token: z.string().optional().describe('Only from a `drawbridge up` on one machine; elsewhere its person claims it.'),
  claimUntil: z.string().optional(),
  letter: z
    .object({ accepted: z.boolean(), code: z.string().optional(), message: z.string().optional() })
    .optional()
    .describe('Whether the mail server took the letter that brings the person the code, and why not.'),
});

export const claimBody = z.strictObject({ code: text(100).describe('The code of the letter; it counts once.') });

/** A token, shown once, to whom it is for. */
export const claimedToken = z.object({ ...whose, token: z.string() });

/** Whose tokens are listed. */
export const tokensQuery = z.strictObject({ person: text(320).describe('The person, by address or id.') });

/** A person's tokens, the latest first, with who issued each. */
export const tokenList = z.object({
  rows: z.array(
    z.object({
      tokenId: z.string(),
      role: z
        .string()
        .optional()
        .describe('Absent for one that its person has made: it has their roles, within its scope.'),
      scope: tokenScope.optional(),
      caseId: z.string().optional(),
      issuedBy: z.object({ personId: z.string(), role: z.string() }).optional(),
      issuedAt: z.string().optional(),
      expiresAt: z.string(),
      claimUntil: z.string().optional().describe('Until when it can be claimed; absent once it is.'),
      revokedAt: z.string().optional(),
    }),
  ),
  names,
});
export type TokenList = z.infer<typeof tokenList>;

export const tokenParams = z.object({ tokenId: text(100) });

/** Who a token, or a session of the browser, says one is. */
export const me = z.object({
  personId: z.string(),
  role: z.string(),
  caseId: z.string().optional(),
  tokenId: z.string().optional(),
  sessionId: z.string().optional(),
  names,
});
