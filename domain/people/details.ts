const ADDRESS =
  /^[!-~]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/;
const NOT_IN_ADDRESS = /[<>"(),;:\\[\]]|@.*@|^\.|\.\.|\.@/;
/** Longest e-mail address (RFC 5321, 4.5.3.1.3: a path of 256 with its brackets). */
export const ADDRESS_MAX = 254;

/** True for an e-mail address in ASCII; its domain beyond ASCII stands as `xn--…`. */
export const isAddress = (text: string): boolean =>
  text.length <= ADDRESS_MAX && ADDRESS.test(text) && !NOT_IN_ADDRESS.test(text);

/** False for an address whose part before the `@` goes beyond ASCII: many mail servers do not pass it on (RFC 6531), so none is taken. */
export const hasAsciiLocalPart = (text: string): boolean =>
  /^[\0-\x7f]*$/.test(text.slice(0, text.lastIndexOf('@') + 1));

/**
 * An address with its domain as mail servers know it: beyond ASCII as `xn--…` (RFC 5891), by which two that look alike
 * differ. Anything else comes back as it is, for {@link isAddress} to judge.
 */
export function asciiAddress(text: string): string {
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1);
  // Signs that would make something else than a host of it.
  if (at < 0 || text.length > ADDRESS_MAX || /^[ -~]*$/.test(domain) || /[\s!-,/:-@[-`{-~]/.test(domain)) return text;
  try {
    return `${text.slice(0, at)}@${new URL(`http://${domain}`).hostname}`;
  } catch {
    return text;
  }
}

/**
 * True for what can be a GitHub login: letters, digits and hyphens, no hyphen first, at most 39 characters; a managed
 * user's login ends in an underscore and the enterprise's short code. Hyphens last or doubled exist in old accounts.
 */
export const isLogin = (text: string): boolean =>
  text.length <= 39 && /^[A-Za-z0-9][A-Za-z0-9-]*(_[A-Za-z0-9]+)?$/.test(text);
