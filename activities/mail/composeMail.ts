import MailComposer from 'nodemailer/lib/mail-composer';
import type { RenderedMail } from '../../presentation/letters/renderMail.js';
import { tidyLine } from '../../presentation/letters/tidyText.js';
import type { Mailbox } from './mailbox.js';

/** All that a message consists of. */
export type MailParts = {
  from: Mailbox;
  to: Mailbox;
  messageId: string;
  /** Left out: the message is of no case. */
  caseId?: string;
  date: Date;
  /** True when the server may have this message already. */
  isResend: boolean;
  rendered: RenderedMail;
};

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
      ...(caseId !== undefined && { 'X-Drawbridge-Case': tidyLine(caseId) }),
      ...(isResend && { 'X-Drawbridge-Resend': 'in-doubt' }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
