import type { EffectOutcome } from '../../domain/case/effects.js';
import type { Letter } from '../../domain/mail/letter.js';
import { type MailRenderer, type MailTemplate, personsIn } from '../../presentation/letters/renderMail.js';
import type { Delivery, MailTransport } from '../../providers/mail/smtp.js';
import type { Store } from '../../store/contract.js';
import type { EffectActivities } from '../contract.js';
import { composeMail } from './composeMail.js';
import { isMailAddress, parseMailbox } from './mailbox.js';
import { messageIdOf } from './messageId.js';

/** Why a mail was not accepted. */
export type MailFailureCode = 'MailServerUnavailable' | 'MailRefused' | 'RecipientUnknown' | 'RecipientErased';

/** What sending needs. */
export type SendMailPorts = {
  transport: MailTransport;
  people: Pick<Store['people'], 'find' | 'namesOf'>;
  journal: Pick<Store['mailJournal'], 'begin' | 'accepted' | 'failed'>;
  render: MailRenderer;
  /** `Drawbridge <drawbridge@example.com>`; its domain is part of every Message-ID, so it should not change. */
  from: string;
  /** Where the links in a mail lead. */
  baseUrl: string;
};

/**
 * Sends a letter, at most once that the server is known to have accepted.
 *
 * 1. The journal is told before anything is sent, and told of an acceptance at once after it.
 * 2. A letter that the journal knows as accepted is not sent again.
 * 3. A letter is in doubt when a process ended, or a connection, after the message was on its way and before an answer
 *    was recorded. Only then may the server get it twice; the second has the same Message-ID and says that it is one.
 * 4. Failures are answers. Throws only when the store does.
 */
export function createSendMail(ports: SendMailPorts): EffectActivities['sendMail'] {
  const from = parseMailbox(ports.from);
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return async (effect, { caseId, clockOffsetMs }) => {
    const { letterId, to, template, letter } = effect.letter;
    const fail = (failure: Failure): EffectOutcome => ({ kind: 'mail-failed', letterId, ...failure });
    const person = await ports.people.find(to);
    if (person === undefined)
      return fail(unreachable('RecipientUnknown', 'Nobody is known under the id of the recipient.'));
    if (person === 'erased') return fail(unreachable('RecipientErased', 'The data of the recipient were erased.'));
    if (!isMailAddress(person.email))
      return fail(unreachable('RecipientUnknown', 'The recipient has no usable address.'));
    const messageId = messageIdOf(letterId, caseId, domain);
    const rendered = ports.render(await contentOf(ports, template, letter, person));
    /* The id of a letter is its own within its case only. */
    const mailId = `${caseId}/${letterId}`;
    const known = await ports.journal.begin(mailId);
    if (known === 'accepted') return { kind: 'mail-accepted', letterId, messageId, resent: false };
    const isResend = known === 'in-doubt';
    const reader = { name: person.name, address: person.email };
    const date = new Date(Date.now() + clockOffsetMs);
    const raw = await composeMail({ from, to: reader, messageId, caseId, date, isResend, rendered });
    const delivery = await ports.transport.deliver({ from: from.address, to: person.email, raw });
    if (delivery.status === 'accepted') {
      await ports.journal.accepted(mailId, { messageId, response: withoutAddresses(delivery.response) });
      return { kind: 'mail-accepted', letterId, messageId, resent: isResend };
    }
    const failure = failureOf(delivery);
    /* A doubt stays one: a later attempt that never reached the server says nothing about the earlier message. */
    if (delivery.status !== 'in-doubt' && !isResend) await ports.journal.failed(mailId, failure.message);
    return fail(failure);
  };
}

type Failure = { code: MailFailureCode; message: string; retryable: boolean };

const unreachable = (code: MailFailureCode, message: string): Failure => ({ code, message, retryable: false });

async function contentOf(
  { people, baseUrl }: SendMailPorts,
  template: MailTemplate,
  letter: Letter,
  reader: { name: string; timeZone?: string },
) {
  const ids = personsIn(letter);
  const names = ids.length > 0 ? await people.namesOf(ids) : {};
  return { template, letter, reader, names, baseUrl };
}

function failureOf(delivery: Exclude<Delivery, { status: 'accepted' }>): Failure {
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

const withoutAddresses = (response: string): string => response.replace(/\S+@\S+/g, '…').slice(0, 200);
