import { isIP } from 'node:net';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { z } from 'zod';
import type { newPasskeyBody, signedPasskeyBody } from '../../contract/passkeys.js';
import type { Actor, PersonId } from '../../domain/case/roles.js';
import { MINUTE_MS, plusMs } from '../../domain/time.js';
import type { PasskeyRow } from '../../store/passkeyContract.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';

/** How long a device may take to sign, milliseconds. */
const SIGN_MS = 5 * MINUTE_MS;

type Parts = Pick<ApiParts, 'store' | 'clock' | 'config'>;

const hostOf = (baseUrl: string): string => new URL(baseUrl).hostname;

/** Whether passkeys can be had under an address: they are bound to a name, over TLS or on this machine. */
export function takesPasskeys(baseUrl: string): boolean {
  const { protocol } = new URL(baseUrl);
  const host = hostOf(baseUrl);
  return isIP(host.replace(/^\[|\]$/g, '')) === 0 && (protocol === 'https:' || host === 'localhost');
}

const REFUSED = 'This passkey does not work here. Sign in with a code.';

/** What a device is asked for that is to make a key for somebody. */
export async function askForKey({ store, clock, config }: Parts, personId: PersonId, name: string) {
  const options = await generateRegistrationOptions({
    rpName: 'Drawbridge',
    rpID: hostOf(config.baseUrl),
    userName: name,
    userID: new TextEncoder().encode(personId),
    timeout: SIGN_MS,
    attestationType: 'none',
    // Found by the device itself, so that nobody has to say who they are; unlocked by its person each time.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const now = clock();
  await store.passkeys.challenge({ challenge: options.challenge, personId, now, expiresAt: plusMs(now, SIGN_MS) });
  return { ...options };
}

/** Keeps the key that a device has made for somebody. Throws `Malformed`, `TooManyTokens`, `Unauthenticated`. */
export async function keepKey(
  { store, clock, config }: Parts,
  { by, sessionId, device }: { by: Actor; sessionId: string; device: string },
  response: z.output<typeof newPasskeyBody>,
): Promise<PasskeyRow> {
  const now = clock();
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => store.passkeys.redeem({ challenge, personId: by.personId, now }),
    expectedOrigin: new URL(config.baseUrl).origin,
    expectedRPID: hostOf(config.baseUrl),
    requireUserVerification: true,
  }).catch(() => ({ verified: false as const, registrationInfo: undefined }));
  if (!verified || registrationInfo === undefined)
    throw new Problem('Malformed', 'This passkey cannot be taken. Try it again.');
  const { id: credential, publicKey, counter } = registrationInfo.credential;
  const added = await store.passkeys.add({ by, sessionId, credential, publicKey, counter, device, now });
  if (added === 'signed-out') throw new Problem('Unauthenticated');
  if (added === 'full')
    throw new Problem('TooManyTokens', 'You have as many passkeys as one person may have. Remove one.');
  if (added === 'taken') throw new Problem('Malformed', 'This passkey is known already.');
  return added;
}

/** What a device is asked for that is to sign somebody in, whoever that is. */
export async function askToSign({ store, clock, config }: Parts) {
  const options = await generateAuthenticationOptions({
    rpID: hostOf(config.baseUrl),
    timeout: SIGN_MS,
    userVerification: 'required',
  });
  const now = clock();
  await store.passkeys.challenge({ challenge: options.challenge, now, expiresAt: plusMs(now, SIGN_MS) });
  return { ...options };
}

/** Whose key has signed what was asked, once. Throws `Unauthenticated`, alike whatever was wrong. */
export async function whoSigned(
  { store, clock, config }: Parts,
  response: z.output<typeof signedPasskeyBody>,
): Promise<PersonId> {
  const now = clock();
  const key = await store.passkeys.find(response.id);
  if (key === undefined) throw new Problem('Unauthenticated', REFUSED);
  const { credential: id, publicKey, counter } = key;
  const answer = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => store.passkeys.redeem({ challenge, now }),
    expectedOrigin: new URL(config.baseUrl).origin,
    expectedRPID: hostOf(config.baseUrl),
    credential: { id, publicKey, counter },
    requireUserVerification: true,
  }).catch(() => undefined);
  const isIt =
    answer?.verified === true && (await store.passkeys.use(key.passkeyId, answer.authenticationInfo.newCounter, now));
  if (!isIt) throw new Problem('Unauthenticated', REFUSED);
  return key.personId;
}
