import MailComposer from 'nodemailer/lib/mail-composer';
import type { RenderedMail } from './renderMail.js';
import { tidyLine } from './tidyText.js';

/** A mailbox: a name to show and the bare address. */
export type Mailbox = { name: string; address: string };

/** All that a message consists of. */
export type MailParts = {
  from: Mailbox;
  to: Mailbox;
  messageId: string;
  caseId: string;
  date: Date;
  /** True when the server may have this message already. */
  isResend: boolean;
  rendered: RenderedMail;
};

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

/** Builds the bytes of the message. */
export function composeMail({ from, to, messageId, caseId, date, isResend, rendered }: MailParts): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    to: { name: tidyLine(to.name), address: to.address },
    messageId,
    date,
    ...rendered,
    headers: {
      /* Keeps out-of-office answers away (RFC 3834). */
      'Auto-Submitted': 'auto-generated',
      'X-Drawbridge-Case': tidyLine(caseId),
      ...(isResend && { 'X-Drawbridge-Resend': 'in-doubt' }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
