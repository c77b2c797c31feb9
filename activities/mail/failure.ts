import type { Delivery } from '../../providers/mail/smtp.js';

/** Why a mail was not accepted. */
export type MailFailureCode = 'MailServerUnavailable' | 'MailRefused' | 'RecipientUnknown' | 'RecipientErased';

/** A mail that was not accepted, in one sentence; `retryable`: the same may be accepted later. */
export type Failure = { code: MailFailureCode; message: string; retryable: boolean };

/** What a delivery that failed comes to. */
export function failureOf(delivery: Exclude<Delivery, { status: 'accepted' }>): Failure {
  switch (delivery.status) {
    case 'refused': {
      const retryable = delivery.smtpCode < 500;
      const how = retryable ? 'for now' : 'for good';
      return {
        code: 'MailRefused',
        message: `The mail server refuses the mail ${how} (SMTP ${delivery.smtpCode}).`,
        retryable,
      };
    }
    case 'unavailable':
      return { code: 'MailServerUnavailable', message: delivery.reason, retryable: true };
    case 'in-doubt': {
      const message = 'The connection ended before the mail server said whether it has the mail.';
      return { code: 'MailServerUnavailable', message, retryable: true };
    }
    default:
      return delivery satisfies never;
  }
}
