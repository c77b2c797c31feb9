import { z } from 'zod';
import { email, text } from './basics.js';

/** Who is signed in, as what, until when; `csrf` goes with every write, as the header `x-csrf-token`. */
export const session = z.object({
  sessionId: z.string(),
  person: z.object({ id: z.string(), name: z.string() }),
  side: z.enum(['client', 'vendor']),
  roles: z.array(z.string()).describe('What one can act as; the header `drawbridge-role` says as which.'),
  caseId: z.string().optional().describe('On the vendor’s side: the case that is worked in.'),
  cases: z
    .array(z.object({ caseId: z.string(), title: z.string(), roles: z.array(z.string()) }))
    .optional()
    .describe('On the vendor’s side: all cases of this session; the header `drawbridge-case` names another one.'),
  zone: z.string().optional().describe('Time zone of the person.'),
  csrf: z.string(),
  signedInAt: z.string().describe('When one last proved who one is; some acts want that to be recent.'),
  endsAt: z.string(),
  idleEndsAt: z.string().describe('When it ends unless it is used.'),
});
export type SessionView = z.infer<typeof session>;

/** Where to go so that one is signed out at the OpenID provider as well. */
export const signedOut = z.object({ endAtProvider: z.string().optional() });

/** One's own open sessions. */
export const sessionList = z.object({
  rows: z.array(
    z.object({
      sessionId: z.string(),
      device: z.string(),
      startedAt: z.string(),
      signedInAt: z.string(),
      seenAt: z.string(),
      endsAt: z.string(),
      current: z.boolean(),
    }),
  ),
});

export const sessionParams = z.object({ sessionId: text(100) });

/** Which ways there are to sign in with a browser. */
export const signInWays = z.object({
  provider: z.boolean().describe('The client’s people: at their OpenID provider, from `GET /auth/start`.'),
  code: z.boolean().describe('The vendor’s people: by a code that is mailed to them.'),
  passkey: z.boolean().describe('The vendor’s people who have added one: by a passkey.'),
  session: session.optional().describe('Who is signed in with this browser already.'),
});

export type SignInWays = z.infer<typeof signInWays>;

/** `to`: the path on which one goes on; `again`: one proves anew who one is. */
export const startQuery = z.object({
  to: text(500).default('/'),
  again: z.enum(['1']).optional().describe('Set: one signs in again even where the provider still knows one.'),
});

export const vendorSignInBody = z.strictObject({ email });
/** The same whoever asks, and whether or not the address is known. */
export const codeOnItsWay = z.object({ sent: z.literal('if-known'), minutes: z.number() });
export const vendorCodeBody = z.strictObject({ code: text(40).describe('The code of the letter; it counts once.') });

/** What an OpenID provider says of somebody who is signed out there. */
export const toldOfLogout = z.looseObject({ logout_token: z.string().max(20_000) });

export const signOutBody = z.strictObject({ person: text(320).describe('The person, by address or id.') });
/** What ended. */
export const signedOutEverywhere = z.object({ sessions: z.number(), accounts: z.number() });

/** How many sessions ended at the provider's word. */
export const endedSessions = z.object({ ended: z.number() });

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** What a logout token holds beside what every token does; one for signing in has a nonce. */
export const logoutClaims = z
  .looseObject({
    sub: z.string().min(1).optional(),
    sid: z.string().min(1).optional(),
    events: z.looseObject({ [LOGOUT_EVENT]: z.looseObject({}) }),
    nonce: z.undefined().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined);
