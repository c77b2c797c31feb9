import { type Decision, record, refuse } from '../case/decision.js';
import type { EffectOutcome } from '../case/effects.js';
import type { CaseState, PendingLetter } from '../case/state.js';
import { own } from '../record.js';
import { say } from '../say.js';
import { type Instant, MINUTE_MS, notAfter, plusMs } from '../time.js';
import { isGivenUp } from './undelivered.js';

type MailOutcome = Extract<EffectOutcome, { kind: 'mail-accepted' | 'mail-failed' }>;

/** Turns what the mail server said into facts; a failure that may pass is tried again, later each time, up to once in four hours; "not now" for days is a no. */
export function decideMailOutcome(state: CaseState, outcome: MailOutcome, now: Instant): Decision {
  const letter = own(state.letters, outcome.letterId);
  if (letter === undefined) return refuse('Malformed', say('letters.unknown', { letter: outcome.letterId }));
  const { letterId } = letter;
  if (outcome.kind === 'mail-accepted') {
    const { messageId, textHash, resent } = outcome;
    return record({ type: 'LetterAccepted', letterId, messageId, textHash, resent });
  }
  const { code, message, retryable } = outcome;
  const minutes = Math.min(240, state.plan.numbers.effectRetryMinutes * 2 ** Math.min(letter.attempts, 6));
  const ofAddress = code === 'MailRefused';
  const nextAttemptAt = (ofAddress ? nextTry(state, letter, now) : undefined) ?? plusMs(now, minutes * MINUTE_MS);
  const goesOn = retryable && !(ofAddress && isGivenUp(letter, now));
  return record({ type: 'LetterFailed', letterId, code, message, ...(goesOn ? { nextAttemptAt } : {}) });
}

/** When other letters to an address that says "not now" are tried again: all of them together, so that it is asked once. */
const nextTry = ({ letters }: CaseState, { letterId, to }: PendingLetter, now: Instant): Instant | undefined =>
  Object.values(letters).find(
    (l) => l.to === to && l.letterId !== letterId && l.deferredSince !== undefined && !notAfter(l.nextAttemptAt, now),
  )?.nextAttemptAt;
