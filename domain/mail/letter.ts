import type { Instant } from '../time.js';

/** What a mail is for; it decides the tone and the heading, never the content. */
export type MailTemplate = 'task' | 'reminder' | 'escalation' | 'notice' | 'invitation';

/**
 * What a mail says, in plain JSON.
 *
 * Any string may hold `{person:p-123}`: the name is put in at the very edge, so that neither ledger nor Temporal holds it.
 */
export type Letter = {
  /** One line; line breaks in it become spaces. */
  subject: string;
  /** What is wanted of the reader, or what has happened. */
  what: string;
  /** When it is due; shown in the reader's time zone and in UTC. */
  byWhen?: Instant;
  /** Why it is asked: the rule or paper that it rests on. */
  why: string;
  /**
   * How to do it, step by step. In a step, text between backticks is a command to copy; a path that starts with `/` and
   * stands alone between angle brackets, `</cases/c-1>`, becomes a link under the base URL, `<https://…>` a link as it is.
   */
  how: string[];
  /** The vendor that the case is about. */
  vendor: string;
  /** What the case is about, in a few words. */
  caseTitle?: string;
};

/** A mail that the state asks for; `mailId` is stable, so that the same effect is the same mail for ever. */
export type MailEffect = {
  mailId: string;
  caseId: string;
  /** The id of a person, never an address. */
  to: string;
  template: MailTemplate;
  letter: Letter;
};

/** Why a mail was not accepted. */
export type MailFailureCode = 'MailServerUnavailable' | 'MailRefused' | 'RecipientUnknown' | 'RecipientErased';

/** What came of an attempt to send; a failure is a fact, not an exception. */
export type MailOutcome =
  | { status: 'accepted'; messageId: string; resent: boolean }
  | { status: 'failed'; code: MailFailureCode; retryable: boolean; message: string };
