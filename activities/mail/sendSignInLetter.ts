import { randomUUID } from 'node:crypto';
import type { MailRenderer } from '../../presentation/letters/renderMail.js';
import { draftSignInLetter, type SignInLetter } from '../../presentation/letters/signInLetter.js';
import type { MailTransport } from '../../providers/mail/smtp.js';
import { composeMail } from './composeMail.js';
import { type Failure, failureOf } from './failure.js';
import { isMailAddress, parseMailbox } from './mailbox.js';
import { messageIdOf } from './messageId.js';

/** Sends somebody the code to sign in with; answers why the mail server did not take it, where it did not. */
export type SendSignInLetter = (letter: Omit<SignInLetter, 'baseUrl'>, to: string) => Promise<Failure | undefined>;

type Ports = { transport: MailTransport; render: MailRenderer; from: string; baseUrl: string };

/** Sends letters with sign-in codes: of no case, kept nowhere since they hold a code, and tried once. */
export function createSendSignInLetter({ transport, render, from: sender, baseUrl }: Ports): SendSignInLetter {
  const from = parseMailbox(sender);
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return async (letter, to) => {
    if (!isMailAddress(to))
      return { code: 'RecipientUnknown', message: 'The recipient has no usable address.', retryable: false };
    const raw = await composeMail({
      from,
      to: { name: letter.reader.name, address: to },
      messageId: messageIdOf(randomUUID(), 'sign-in', domain),
      date: new Date(),
      isResend: false,
      rendered: render(draftSignInLetter({ ...letter, baseUrl }), {}),
    });
    const delivery = await transport.deliver({ from: from.address, to, raw });
    return delivery.status === 'accepted' ? undefined : failureOf(delivery);
  };
}
