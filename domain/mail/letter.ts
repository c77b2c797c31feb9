import type { Why } from '../say.js';
import type { Instant } from '../time.js';

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
  why: Why;
  /**
   * How to do it, step by step. In a step, text between backticks is a command to copy, and so is a whole step that
   * starts with `drawbridge `; an `https://…` address becomes a link, and `</cases/c-1>` a link under the base URL.
   */
  how: string[];
  /** The vendor that the case is about. */
  vendor: string;
  /** What the case is about, in a few words. */
  caseTitle?: string;
};
