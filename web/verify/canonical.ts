const isLone = (text: string): boolean => /\p{Surrogate}/u.test(text);

/**
 * Canonical JSON (RFC 8785) of what JSON can say, written apart from the server's own code: the check is a second opinion.
 *
 * Throws `TypeError` for what has no such text: numbers that are not finite, and text that is not Unicode.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('A number is not finite.');
  if (typeof value === 'string' && isLone(value)) throw new TypeError('A text is not Unicode.');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${canonical(key)}:${canonical(one)}`);
  return `{${fields.join(',')}}`;
}

/** SHA-256 of a text by the browser itself (WebCrypto), as lower-case hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
