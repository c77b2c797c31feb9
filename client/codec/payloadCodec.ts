import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
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
const WORKFLOW_ID = 'encryption-workflow-id';

/**
 * Encrypts what Temporal keeps: every payload whole (data and metadata), with AES-256-GCM.
 *
 * 1. The first key encodes; its id and that of the workflow stand beside the payload in clear, and are authenticated with it.
 * 2. Every key decodes. A payload whose key is not here throws {@link PayloadError} `PayloadKeyMissing`; one that was changed, belongs
 *    to another workflow, or whose key is another one under the same id, `PayloadUnreadable`. Neither is ever taken for an empty value.
 * 3. With a key, a payload that was never encrypted throws `PayloadInClear`: whoever reaches Temporal without a key commands no case.
 */
export function createPayloadCodec(keys: Keyring): PayloadCodec {
  const [first] = keys;
  const byId = new Map(keys.map((key) => [key.id, key]));
  return {
    encode: async (payloads, context) =>
      first === undefined ? payloads : payloads.map((payload) => seal(payload, first, context)),
    decode: async (payloads, context) =>
      payloads.map((payload) => {
        if (isSealed(payload)) return open(payload, byId, context);
        if (first === undefined) return payload;
        throw new PayloadError('PayloadInClear');
      }),
  };
}

/**
 * The codec of workers: what cannot be read becomes a payload whose encoding, the sentence why, no converter knows.
 *
 * So a command is rejected before it is on any record, and anything else that a case needs fails its task. An error thrown by the codec
 * would fail every task of a case for one command that somebody without a key had sent it.
 */
export const refusing = (codec: PayloadCodec): PayloadCodec => ({
  encode: (payloads, context) => codec.encode(payloads, context),
  decode: async (payloads, context) => {
    const read = payloads.map((payload) => codec.decode([payload], context).catch(refusal));
    return (await Promise.all(read)).flat();
  },
});

function refusal(error: unknown): Payload[] {
  if (!(error instanceof PayloadError)) throw error;
  return [{ metadata: { encoding: Buffer.from(error.message) }, data: new Uint8Array() }];
}

/** Whether a payload says that it is encrypted. */
export const isSealed = ({ metadata }: Payload): boolean => ENCODING.equals(metadata?.encoding ?? new Uint8Array());

const keyIdOf = ({ metadata }: Payload): Buffer => Buffer.from(metadata?.[KEY_ID] ?? new Uint8Array());

const label = (keyId: Buffer, workflowId: Buffer): Buffer => Buffer.concat([keyId, Buffer.from('\n'), workflowId]);

function seal(payload: Payload, { id, key }: PayloadKey, context: SerializationContext | undefined): Payload {
  const keyId = Buffer.from(id);
  const workflowId = Buffer.from(context?.workflowId ?? '');
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(label(keyId, workflowId));
  const sealed = [nonce, cipher.update(Proto.encode(payload).finish()), cipher.final(), cipher.getAuthTag()];
  return {
    metadata: {
      encoding: ENCODING,
      'encryption-cipher': Buffer.from('AES-256-GCM'),
      [KEY_ID]: keyId,
      [WORKFLOW_ID]: workflowId,
    },
    data: Buffer.concat(sealed),
  };
}

function open(
  payload: Payload,
  byId: ReadonlyMap<string, PayloadKey>,
  context: SerializationContext | undefined,
): Payload {
  const { metadata, data } = payload;
  const keyId = keyIdOf(payload);
  const workflowId = Buffer.from(metadata?.[WORKFLOW_ID] ?? new Uint8Array());
  const found = byId.get(keyId.toString());
  if (found === undefined) throw new PayloadError('PayloadKeyMissing', keyId.toString());
  // The codec endpoint shows payloads of any workflow; a workflow reads its own alone.
  if (context?.workflowId !== undefined && context.workflowId !== workflowId.toString())
    throw new PayloadError('PayloadUnreadable', found.id);
  const sealed = Buffer.from(data ?? new Uint8Array());
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new PayloadError('PayloadUnreadable', found.id);
  try {
    const decipher = createDecipheriv(CIPHER, found.key, sealed.subarray(0, NONCE_BYTES));
    decipher.setAAD(label(keyId, workflowId));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const plain = [decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
    return Proto.toObject(Proto.decode(Buffer.concat(plain)), { defaults: false });
  } catch {
    throw new PayloadError('PayloadUnreadable', found.id);
  }
}
