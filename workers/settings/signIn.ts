import { z } from 'zod';
import type { SignInConfig } from '../../api/signIn/parts.js';
import { CLIENT_ROLES, type Role } from '../../domain/case/roles.js';
import { hostOf, isLoopback } from './loopback.js';

const ISSUER = 'the https address that the provider calls itself by, letter by letter';
const isIssuer = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.search !== '' || url.hash !== '' || url.username !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
};

const MAPPABLE: readonly Role[] = [...CLIENT_ROLES, 'operator'];
const ROLES = `value=role with commas between them, such as drawbridge-legal=legal; a role is one of ${MAPPABLE.join(', ')}`;
const isMappable = (text: string): text is Role => MAPPABLE.some((role) => role === text);

/** The mapping that a text says; undefined where it is none. A value may stand several times, once for each of its roles. */
function mappingOf(text: string): Record<string, Role[]> | undefined {
  const mapping = new Map<string, Role[]>();
  for (const pair of text.split(',')) {
    // The last sign parts: a value may hold one, as names of groups in a directory do.
    const at = pair.lastIndexOf('=');
    const [value, role] = [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()];
    if (value === '' || !isMappable(role)) return undefined;
    mapping.set(value, [...(mapping.get(value) ?? []), role]);
  }
  return Object.fromEntries(mapping);
}

const whole = (least: number, most: number) => {
  const right = `a whole number from ${least} to ${most}`;
  return z
    .string(right)
    .regex(/^\d{1,9}$/, right)
    .transform(Number)
    .refine((n) => n >= least && n <= most, right);
};
const some = (right: string) => z.string(right).min(1, right);
const CLIENT_ID = 'the id under which the provider knows this installation';
const CLIENT_SECRET = 'the secret that goes with OIDC_CLIENT_ID';

/** How people sign in with a browser. */
export const signInSettings = {
  OIDC_ISSUER: z
    .string(ISSUER)
    .refine(isIssuer, ISSUER)
    .optional()
    .describe(
      'the OpenID provider of the client’s people, see docs/sign-in.md; left out: they do not sign in with a browser',
    ),
  OIDC_CLIENT_ID: some(CLIENT_ID).optional().describe('who we are to the provider'),
  OIDC_CLIENT_SECRET: some(CLIENT_SECRET).optional().describe('with which we prove it'),
  OIDC_ROLES_CLAIM: some('the name of a claim of the ID token')
    .default('roles')
    .describe('which claim says what somebody is; dots lead into objects, as in `realm_access.roles`'),
  OIDC_ROLES: z
    .string(ROLES)
    .transform((text, context) => {
      const mapping = mappingOf(text);
      if (mapping !== undefined) return mapping;
      context.addIssue({ code: 'custom', message: ROLES });
      return z.NEVER;
    })
    .optional()
    .describe('which role each value of that claim stands for'),
  SESSION_IDLE_MINUTES: whole(5, 1_440)
    .default(30)
    .describe('time without a request after which a browser is signed out'),
  SESSION_HOURS: whole(1, 168).default(10).describe('time after which a browser is signed out in any case'),
  SIGN_IN_AGAIN_MINUTES: whole(1, 1_440)
    .default(60)
    .describe('age of a sign-in above which deciding, signing and acts like these want a new one'),
  PERSONAL_TOKEN_DAYS: whole(1, 366)
    .default(90)
    .describe('how long a token may work that somebody makes for themselves, days'),
};

const signIn = z.object(signInSettings);
type Given = z.output<typeof signIn> & { DRAWBRIDGE_BASE_URL: string };
type Report = { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void };

const WITH_ISSUER = 'since OIDC_ISSUER is set';

/** What one setting of sign-in says about another one. */
export function checkSignIn(given: Given, report: Report): void {
  const fault = (setting: string, message: string) => report.addIssue({ code: 'custom', path: [setting], message });
  const parts = [given.OIDC_CLIENT_ID, given.OIDC_CLIENT_SECRET, given.OIDC_ROLES];
  if (given.OIDC_ISSUER === undefined) {
    if (parts.some((part) => part !== undefined))
      fault('OIDC_ISSUER', `${ISSUER}, since another setting of the provider is given`);
    return;
  }
  if (given.OIDC_CLIENT_ID === undefined) fault('OIDC_CLIENT_ID', `${CLIENT_ID}, ${WITH_ISSUER}`);
  if (given.OIDC_CLIENT_SECRET === undefined) fault('OIDC_CLIENT_SECRET', `${CLIENT_SECRET}, ${WITH_ISSUER}`);
  if (given.OIDC_ROLES === undefined) fault('OIDC_ROLES', `${ROLES}, ${WITH_ISSUER}`);
  const { protocol } = new URL(given.DRAWBRIDGE_BASE_URL);
  if (protocol === 'http:' && !isLoopback(hostOf(given.DRAWBRIDGE_BASE_URL) ?? ''))
    fault('DRAWBRIDGE_BASE_URL', `an https address, ${WITH_ISSUER}: browsers sign in over TLS alone`);
}

const MINUTE_MS = 60_000;

/** How people sign in, as the settings have it. */
export function signInOf(given: Omit<Given, 'DRAWBRIDGE_BASE_URL'>): SignInConfig {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_ROLES: roles } = given;
  const isOn = issuer !== undefined && clientId !== undefined && clientSecret !== undefined && roles !== undefined;
  return {
    idleMs: given.SESSION_IDLE_MINUTES * MINUTE_MS,
    lengthMs: given.SESSION_HOURS * 60 * MINUTE_MS,
    againMs: given.SIGN_IN_AGAIN_MINUTES * MINUTE_MS,
    tokenDays: given.PERSONAL_TOKEN_DAYS,
    ...(isOn && { provider: { issuer, clientId, clientSecret, roles, rolesClaim: given.OIDC_ROLES_CLAIM } }),
  };
}
