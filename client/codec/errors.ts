/** Why a payload cannot be read. */
export type PayloadErrorCode = 'PayloadKeyMissing' | 'PayloadUnreadable' | 'PayloadInClear';

/** What the id of a key may look like; anything else in a payload was not written by us, and is not repeated. */
const KEY_ID = /^[a-z0-9-]{1,32}$/i;

const SENTENCES: Record<PayloadErrorCode, (key: string) => string> = {
  PayloadKeyMissing: (key) =>
    `The workflow engine keeps data under the key ${key}, which is not in PAYLOAD_KEYS; put it back, at the end of the list.`,
  PayloadUnreadable: (key) =>
    `Data that the workflow engine keeps under the key ${key} cannot be read: it was changed, belongs to another case, or PAYLOAD_KEYS has another key of this name.`,
  PayloadInClear: () =>
    'The workflow engine holds data that was not encrypted with a key in PAYLOAD_KEYS. It is refused; API and workers need the same keys.',
};

/** A payload cannot be read; the message names the key and what would be right, never a key's bytes. */
export class PayloadError extends Error {
  override readonly name = 'PayloadError';
  constructor(
    readonly code: PayloadErrorCode,
    keyId = '',
  ) {
    super(SENTENCES[code](KEY_ID.test(keyId) ? `"${keyId}"` : 'of an unknown name'));
  }
}
