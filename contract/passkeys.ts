import { z } from 'zod';
import { text } from './basics.js';

/** Bytes in base64url, as WebAuthn writes them. */
const bytes = (max: number) =>
  z
    .string()
    .max(max, { abort: true })
    .regex(/^[A-Za-z0-9_-]+$/);

const credential = { id: bytes(1_400), rawId: bytes(1_400), type: z.literal('public-key') };
/** What a browser adds of its own is not looked at. */
const extensions = { clientExtensionResults: z.object({}) };

/** What a browser answers that was asked for a new key (WebAuthn, RegistrationResponseJSON). */
export const newPasskeyBody = z.object({
  ...credential,
  response: z.object({ clientDataJSON: bytes(4_000), attestationObject: bytes(20_000) }),
  ...extensions,
});

/** What a browser answers that was asked to sign (WebAuthn, AuthenticationResponseJSON). */
export const signedPasskeyBody = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(4_000),
    authenticatorData: bytes(4_000),
    signature: bytes(2_000),
    userHandle: bytes(200).optional(),
  }),
  ...extensions,
});

/** What the browser is asked for, as `navigator.credentials` takes it (WebAuthn, …OptionsJSON). */
export const passkeyOptions = z.looseObject({ challenge: z.string() });

const row = {
  passkeyId: z.string(),
  device: z.string().describe('Browser and system that it was made with.'),
  madeAt: z.string(),
  usedAt: z.string().optional(),
};
export const passkey = z.object(row);

/** One's own passkeys, the latest first; `offered`: whether this installation takes any. */
export const myPasskeys = z.object({ rows: z.array(passkey), offered: z.boolean() });
export type MyPasskeys = z.infer<typeof myPasskeys>;

export const passkeyParams = z.object({ passkeyId: text(100) });
