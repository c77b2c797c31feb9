import type { EffectOutcome } from '../../domain/case/effects.js';
import type { PersonId } from '../../domain/case/roles.js';
import type { Letter } from '../../domain/mail/letter.js';
import { peopleOfCase } from '../../domain/people/named.js';
import type { LedgerRow } from '../../evidence/ledger.js';
import { draftLetter } from '../../presentation/letters/draft.js';
import { type MailRenderer, personsIn } from '../../presentation/letters/renderMail.js';
import type { MailTransport } from '../../providers/mail/smtp.js';
import type { KeptLetter, PersonRecord, Store } from '../../store/contract.js';
import type { EffectActivities, EffectContext } from '../contract.js';
import { composeMail } from './composeMail.js';
import { type Failure, failureOf, type MailFailureCode } from './failure.js';
import { isMailAddress, parseMailbox } from './mailbox.js';
import { messageIdOf } from './messageId.js';

/** What sending needs. */
export type SendMailPorts = {
  transport: MailTransport;
  people: Pick<Store['people'], 'find' | 'namesOf'>;
  cases: Pick<Store['cases'], 'get'>;
  ledger: Pick<Store['ledger'], 'readEntries'>;
  letters: Store['letters'];
  journal: Pick<Store['mailJournal'], 'begin' | 'accepted' | 'failed'>;
  render: MailRenderer;
  /** `Drawbridge <drawbridge@example.com>`; its domain is part of every Message-ID, so it should not change. */
  from: string;
  /** Where the links in a mail lead. */
  baseUrl: string;
  /** Its readers have no tokens of their own: they read and act on one machine, by role. */
  byRole?: true;
};

/**
 * Sends a letter, at most once that the server is known to have accepted.
 *
 * 1. The journal is told before anything is sent, and told of an acceptance at once after it.
 * 2. A letter that the journal knows as accepted is not sent again.
 * 3. A letter is in doubt when a process ended, or a connection, after the message was on its way and before an answer
 *    was recorded. Only then may the server get it twice; the second has the same Message-ID and says that it is one.
 * 4. Its text is made once, from the case as it stands then, and kept before anything is sent: whatever is sent later is the same.
 * 5. Failures are answers. Throws only when the store does.
 */
export function createSendMail(ports: SendMailPorts): EffectActivities['sendMail'] {
  const from = parseMailbox(ports.from);
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return async ({ letter: pending }, context) => {
    const { letterId, to } = pending;
    const { caseId, clockOffsetMs } = context;
    const fail = (failure: Failure): EffectOutcome => ({ kind: 'mail-failed', letterId, ...failure });
    const person = await recipient(ports, to, caseId);
    if ('code' in person) return fail(person);
    const messageId = messageIdOf(letterId, caseId, domain);
    /* The id of a letter is its own within its case only. */
    const mailId = `${caseId}/${letterId}`;
    const { text: rendered, sha256: textHash } = await textOf(ports, mailId, pending, person, context);
    const known = await ports.journal.begin(mailId);
    if (known === 'accepted') return { kind: 'mail-accepted', letterId, messageId, textHash, resent: false };
    const isResend = known === 'in-doubt';
    const reader = { name: person.name, address: person.email };
    const date = new Date(Date.now() + clockOffsetMs);
    const raw = await composeMail({ from, to: reader, messageId, caseId, date, isResend, rendered });
    const delivery = await ports.transport.deliver({ from: from.address, to: person.email, raw });
    if (delivery.status === 'accepted') {
      await ports.journal.accepted(mailId, { messageId, response: withoutAddresses(delivery.response) });
      return { kind: 'mail-accepted', letterId, messageId, textHash, resent: isResend };
    }
    const failure = failureOf(delivery);
    /* A doubt stays one: a later attempt that never reached the server says nothing about the earlier message. */
    if (delivery.status !== 'in-doubt' && !isResend) await ports.journal.failed(mailId, failure.message);
    return fail(failure);
  };
}

async function recipient({ people }: SendMailPorts, to: PersonId, caseId: string): Promise<PersonRecord | Failure> {
  const person = await people.find(to, caseId);
  if (person === undefined) return unreachable('RecipientUnknown', 'No person is known under the id of the recipient.');
  if (person === 'erased') return unreachable('RecipientErased', 'The data of the recipient was erased.');
  return isMailAddress(person.email) ? person : unreachable('RecipientUnknown', 'The recipient has no usable address.');
}

/** The text as it is kept; made and kept now where that has not been done, or nobody can read it any more. */
async function textOf(
  ports: SendMailPorts,
  mailId: string,
  pending: { letterId: string; to: PersonId; letter: Letter },
  reader: PersonRecord,
  context: EffectContext,
): Promise<KeptLetter> {
  const kept = await ports.letters.find(mailId);
  if (kept !== undefined && kept !== 'erased') return kept;
  const found = await ports.cases.get(context.caseId);
  if (found === undefined) throw new Error('The store has no such case.');
  const { letterId, letter } = pending;
  const facts = letter.template === 'notice' ? await factsOf(ports, context.caseId, letter.facts) : [];
  const { state } = found;
  const { baseUrl } = ports;
  const signing = { ...reader, ...(ports.byRole && { byRole: { address: reader.email } }) };
  const draft = draftLetter({ letterId, letter, reader: signing, state, now: context.caseTime, facts, baseUrl });
  // An id that somebody typed into a text tells nobody's name.
  const ofCase = peopleOfCase(state);
  const persons = personsIn(draft).filter((id) => ofCase.has(id));
  const names = persons.length > 0 ? await ports.people.namesOf(persons, context.caseId) : {};
  return ports.letters.keep(mailId, pending.to, persons, ports.render(draft, names));
}

/** The entries of these numbers; letters tell of few that lie close together, or gather them over minutes. */
async function factsOf({ ledger }: SendMailPorts, caseId: string, seqs: number[]): Promise<LedgerRow[]> {
  const each = seqs.map((seq) => ledger.readEntries(caseId, { afterSeq: seq - 1, limit: 1 }));
  return (await Promise.all(each)).flat();
}

const unreachable = (code: MailFailureCode, message: string): Failure => ({ code, message, retryable: false });

const withoutAddresses = (response: string): string => response.replace(/\S+@\S+/g, '…').slice(0, 200);
