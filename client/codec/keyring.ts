/** A key for payloads: 32 bytes, and the id by which a payload names it. */
export type PayloadKey = { id: string; key: Buffer };

/** Keys for payloads; the first one encodes, all of them decode. With none, payloads stay as they are. */
export type Keyring = readonly PayloadKey[];

/** What {@link payloadKeysOf} reads, in words. */
export const PAYLOAD_KEYS_FORM = 'NAME:64 hexadecimal digits, several with commas between (the first encodes), or none';

const ENTRY = /^([a-z0-9][a-z0-9-]{0,31}):([0-9a-f]{64})$/i;

/** Reads `2026-09:ab…,2026-03:cd…` or `none`; undefined when it is neither, or when two keys share a name. */
export function payloadKeysOf(text: string): Keyring | undefined {
  if (text === 'none') return [];
  const keys: PayloadKey[] = [];
  for (const entry of text.split(',')) {
    const [, id, hex] = ENTRY.exec(entry.trim()) ?? [];
    if (id === undefined || hex === undefined || keys.some((known) => known.id === id)) return undefined;
    keys.push({ id, key: Buffer.from(hex, 'hex') });
  }
  return keys;
}
