import { type Decision, record, refuse } from '../case/decision.js';
import type { EffectOutcome } from '../case/effects.js';
import type { CaseState } from '../case/state.js';
import { plusBusinessHours } from '../clocks/businessTime.js';
import { own } from '../record.js';
import { say } from '../say.js';
import { DAY_MS, type Instant, MINUTE_MS, notAfter, plusMs } from '../time.js';
import { itemKey, type LeftThing } from './leftBehind.js';
import { isNewQuestion } from './standing.js';

type Outcome = Extract<EffectOutcome, { kind: 'left-behind-listed' | 'left-behind-failed' }>;

/** Listings in a row that may fail; then it is said that nobody could look. */
const MOST_FAILURES = 8;

/** Turns what a listing found into a fact; what came in after the end is not theirs. */
export function decideLeftBehind(state: CaseState, outcome: Outcome, now: Instant): Decision {
  const { lease } = outcome;
  if (own(state.leases, lease) === undefined) return refuse('Malformed', say('access.unknown-grant', { grant: lease }));
  if (outcome.kind === 'left-behind-failed') return record(failed(state, outcome, now));
  const found = outcome.found.filter((one) => isTheirs(state, lease, one));
  const { accountAnswerHours } = state.plan.numbers;
  const answerBy = plusBusinessHours(state.calendars.client, now, accountAnswerHours);
  const { unseen } = outcome;
  const asks = found.some((thing) => isNewQuestion(own(own(state.leftBehind, lease)?.items, itemKey(thing)), thing));
  return record({ type: 'LeftBehindListed', lease, found, unseen, ...(asks && { answerBy }) });
}

/** Known already, ascribed to them, or not known to have come only after they were out. */
function isTheirs({ leases, leftBehind }: CaseState, lease: string, { at, by, ...thing }: LeftThing): boolean {
  const absentAt = own(leases, lease)?.absentAt;
  const known = own(own(leftBehind, lease)?.items, itemKey(thing));
  return (
    known !== undefined || by !== undefined || at === undefined || absentAt === undefined || notAfter(at, absentAt)
  );
}

function failed(
  { leftBehind, plan }: CaseState,
  { lease, code, message, retryAfterMs = 0 }: Extract<Outcome, { kind: 'left-behind-failed' }>,
  now: Instant,
) {
  const { failures = 0 } = own(leftBehind, lease) ?? {};
  const waitMs = plan.numbers.effectRetryMinutes * MINUTE_MS * 2 ** Math.min(failures, 4);
  const nextAttemptAt = plusMs(now, Math.max(waitMs, Math.min(retryAfterMs, DAY_MS)));
  return {
    type: 'LeftBehindFailed' as const,
    ...{ lease, code, message },
    ...(failures + 1 < MOST_FAILURES && { nextAttemptAt }),
  };
}
