import type { Keyring } from './secrets.js';
import type { Identity } from './signInContract.js';

/** The keyed hash by which an account at a provider is found. */
export const identityMac = (keys: Keyring, { issuer, subject }: Identity): Buffer =>
  keys.mac('identity', JSON.stringify([issuer, subject]));
