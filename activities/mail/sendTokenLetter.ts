import type { MailRenderer } from '../../presentation/letters/renderMail.js';
import { draftTokenLetter, type TokenLetter } from '../../presentation/letters/tokenLetter.js';
import type { MailTransport } from '../../providers/mail/smtp.js';
import { composeMail } from './composeMail.js';
import { type Failure, failureOf } from './failure.js';
import { isMailAddress, parseMailbox } from './mailbox.js';
import { messageIdOf } from './messageId.js';

/** Sends somebody the code of their token; answers why the mail server did not take it, where it did not. */
export type SendTokenLetter = (
  letter: Omit<TokenLetter, 'baseUrl'>,
  to: string,
  names: Record<string, string>,
) => Promise<Failure | undefined>;

/** What sending needs. */
type Ports = { transport: MailTransport; render: MailRenderer; from: string; baseUrl: string };

/**
 * Sends letters about tokens. They are of no case, kept nowhere since they hold a code, and tried once: whoever issues a
 * token learns what came of it, and issues another one.
 */
export function createSendTokenLetter({ transport, render, from: sender, baseUrl }: Ports): SendTokenLetter {
  const from = parseMailbox(sender);
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return async (letter, to, names) => {
    if (!isMailAddress(to))
      return { code: 'RecipientUnknown', message: 'The recipient has no usable address.', retryable: false };
    const rendered = render(draftTokenLetter({ ...letter, baseUrl }), names);
    const raw = await composeMail({
      from,
      to: { name: letter.reader.name, address: to },
      messageId: messageIdOf(letter.tokenId, 'token', domain),
      date: new Date(),
      isResend: false,
      rendered,
    });
    const delivery = await transport.deliver({ from: from.address, to, raw });
    return delivery.status === 'accepted' ? undefined : failureOf(delivery);
  };
}
