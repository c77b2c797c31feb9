import { tidyLine } from '../../presentation/letters/tidyText.js';

/** A mailbox: a name to show and the bare address. */
export type Mailbox = { name: string; address: string };

/** True for a bare address that can stand in a header and an envelope: one @, a domain, no spaces, quotes or brackets. */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 &&
  /^[^\s@<>"(),:;\\[\]\p{Cc}]{1,64}@[^\s@<>"(),:;\\[\]\p{Cc}.]+(\.[^\s@<>"(),:;\\[\]\p{Cc}.]+)*$/u.test(text);

/** Takes `Name <address>` or a bare address apart; throws an ordinary error when it is neither. */
export function parseMailbox(text: string): Mailbox {
  const [, name, inner] = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/.exec(text) ?? [];
  const address = (inner ?? text).trim();
  if (isMailAddress(address)) return { name: tidyLine(name ?? ''), address };
  throw new Error('The sender of mail must look like `Drawbridge <drawbridge@example.com>`.');
}
