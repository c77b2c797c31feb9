import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import { PayloadError } from './errors.js';
import type { Keyring, PayloadKey } from './keyring.js';

const { Payload: Proto } = proto.temporal.api.common.v1;

const CIPHER = 'aes-256-gcm';
const ENCODING = Buffer.from('binary/encrypted');
/** As in NIST SP 800-38D: 96 bits at random; with one key at most 2^32 payloads. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID = 'encryption-key-id';

/**
 * Encrypts what Temporal keeps: every payload whole (data and metadata), with AES-256-GCM.
 *
 * 1. The first key encodes; its id stands beside the payload in clear, and is authenticated with it.
 * 2. Every key decodes. A payload that was never encrypted is read as it is, so that open cases go on when keys are given first.
 * 3. A payload whose key is not here throws {@link PayloadError} `PayloadKeyMissing`; one that was changed, or whose key is another one
 *    under the same id, `PayloadUnreadable`. Neither is ever taken for an empty value.
 */
export function createPayloadCodec(keys: Keyring): PayloadCodec {
  const [first] = keys;
  const byId = new Map(keys.map((key) => [key.id, key]));
  return {
    encode: async (payloads) => (first === undefined ? payloads : payloads.map((payload) => seal(payload, first))),
    decode: async (payloads) => payloads.map((payload) => (isSealed(payload) ? open(payload, byId) : payload)),
  };
}

const isSealed = ({ metadata }: Payload): boolean => ENCODING.equals(metadata?.encoding ?? new Uint8Array());

function seal(payload: Payload, { id, key }: PayloadKey): Payload {
  const keyId = Buffer.from(id);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(keyId);
  const sealed = [nonce, cipher.update(Proto.encode(payload).finish()), cipher.final(), cipher.getAuthTag()];
  return {
    metadata: { encoding: ENCODING, 'encryption-cipher': Buffer.from('AES-256-GCM'), [KEY_ID]: keyId },
    data: Buffer.concat(sealed),
  };
}

function open({ metadata, data }: Payload, byId: ReadonlyMap<string, PayloadKey>): Payload {
  const keyId = Buffer.from(metadata?.[KEY_ID] ?? new Uint8Array());
  const found = byId.get(keyId.toString());
  if (found === undefined) throw new PayloadError('PayloadKeyMissing', keyId.toString());
  const sealed = Buffer.from(data ?? new Uint8Array());
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new PayloadError('PayloadUnreadable', found.id);
  try {
    const decipher = createDecipheriv(CIPHER, found.key, sealed.subarray(0, NONCE_BYTES));
    decipher.setAAD(keyId);
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const plain = [decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
    return Proto.toObject(Proto.decode(Buffer.concat(plain)), { defaults: false });
  } catch {
    throw new PayloadError('PayloadUnreadable', found.id);
  }
}
