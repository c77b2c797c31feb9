import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { WrongMasterKey } from './errors.js';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** What the master key is used for: wrapping data keys, and finding people by a keyed hash. */
export type Keyring = {
  /** A fresh 32-byte data key, in clear and as it is stored, bound to `label`. */
  newDataKey(label: string): { dataKey: Buffer; wrapped: Buffer };
  unwrap(wrapped: Buffer, label: string): Buffer;
  /** HMAC-SHA-256 by which a value is found without being readable. */
  mac(field: 'email' | 'account' | 'check' | 'asked' | 'command' | 'identity' | 'device', value: string): Buffer;
  /** Seals what an act carries until it is recorded; bound to `label`. */
  carry(plain: Buffer, label: string): Buffer;
  uncarry(sealed: Buffer, label: string): Buffer;
};

/** Derives the keys in use from a master key of 32 bytes (HKDF-SHA-256); throws `WrongMasterKey` for another length. */
export function keyring(masterKey: Buffer): Keyring {
  if (masterKey.length !== KEY_BYTES)
    throw new WrongMasterKey(`The master key has ${masterKey.length} bytes; it must have ${KEY_BYTES}.`);
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', masterKey, '', `drawbridge/${use}/v1`, KEY_BYTES));
  const wrapKey = derive('wrap');
  const lookupKey = derive('lookup');
  const carryKey = derive('carry');
  return {
    newDataKey(label) {
      const dataKey = randomBytes(KEY_BYTES);
      return { dataKey, wrapped: seal(wrapKey, dataKey, label) };
    },
    unwrap: (wrapped, label) => unseal(wrapKey, wrapped, label),
    mac: (field, value) => createHmac('sha256', lookupKey).update(`${field}\n${value}`).digest(),
    carry: (plain, label) => seal(carryKey, plain, label),
    uncarry: (sealed, label) => unseal(carryKey, sealed, label),
  };
}

/** AES-256-GCM as nonce, tag, ciphertext; `label` is authenticated, so that bytes cannot change their place. */
export function seal(key: Buffer, plain: Buffer, label: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(label));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** The opposite of {@link seal}; throws when key, label or bytes differ. */
export function unseal(key: Buffer, sealed: Buffer, label: string): Buffer {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(label))
    .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** A random id: the prefix and 16 characters of lower-case base32 (80 bits). */
export const newId = (prefix: string): string =>
  `${prefix}-${Array.from(randomBytes(16), (byte) => ALPHABET.charAt(byte & 31)).join('')}`;
