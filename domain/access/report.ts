import { type Decision, record, refuse } from '../case/decision.js';
import type { EffectOutcome } from '../case/effects.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { own } from '../record.js';
import { say } from '../say.js';
import { HOUR_MS, type Instant, MINUTE_MS, notAfter, plusMs, toMs } from '../time.js';
import { type AccessIntent, isOvertaken, type Lease } from './lease.js';
import { changedOutside, removedBeforeEnd } from './outsideChanges.js';
import { PROOF_HOURS } from './schedule.js';

type AccessOutcome = Extract<EffectOutcome, { kind: 'access-seen' | 'access-failed' }>;

/** Turns what was seen at the provider into facts: nothing is recorded as withdrawn before a closing read it back as absent. */
export function decideAccessOutcome(state: CaseState, outcome: AccessOutcome, now: Instant): Decision {
  const { intent } = outcome;
  const lease = own(state.leases, outcome.lease);
  if (lease === undefined) return refuse('Malformed', say('access.unknown-grant', { grant: outcome.lease }));
  if (outcome.kind === 'access-failed') {
    const { code, message } = outcome;
    return record({
      type: 'AccessFailed',
      lease: lease.id,
      intent,
      code,
      message,
      nextAttemptAt: retryAt(state, lease, intent, outcome.retryAfterMs, now),
    });
  }
  const { seen, permission, acted, providerRequests } = outcome;
  const observed: CaseEvent = {
    type: 'AccessObserved',
    lease: lease.id,
    intent,
    seen,
    ...(permission === undefined ? {} : { permission }),
    acted,
    providerRequests,
  };
  if (lease.want === 'present') return record(observed, ...changedOutside(lease, outcome), ...opened(lease, outcome));
  if (isOvertaken(lease, intent)) return record(observed);
  return record(observed, ...removedBeforeEnd(state, lease, outcome, now), ...withdrawn(lease, outcome, now));
}

function opened(lease: Lease, outcome: Extract<AccessOutcome, { kind: 'access-seen' }>): CaseEvent[] {
  const isNew = outcome.seen === 'present' && lease.seen !== 'present';
  return isNew ? [{ type: 'AccessOpened', lease: lease.id, permission: outcome.permission ?? lease.permission }] : [];
}

function withdrawn(lease: Lease, outcome: Extract<AccessOutcome, { kind: 'access-seen' }>, now: Instant): CaseEvent[] {
  if (outcome.seen !== 'absent')
    return lease.absentAt === undefined ? [] : [{ type: 'AccessFoundAfterEnd', lease: lease.id, seen: outcome.seen }];
  if (lease.absentAt === undefined) return [{ type: 'AccessWithdrawn', lease: lease.id }];
  const since = lease.absentAt;
  const owed = PROOF_HOURS.filter((h) => !lease.proofs.includes(h) && notAfter(plusMs(since, h * HOUR_MS), now));
  return owed.map((hours) => ({ type: 'AbsenceProven', lease: lease.id, hours }));
}

/** How many times the policy's minutes an attempt waits at most; a closing waits less, since somebody who has to be out may still be in. */
const LONGEST_WAIT = { open: 16, look: 16, close: 4 };

/** When a failed attempt is made again: after the policy's minutes, twice as long with each failure in a row, and never before the provider allows it. */
function retryAt(
  state: CaseState,
  lease: Lease,
  intent: AccessIntent,
  retryAfterMs: number | undefined,
  now: Instant,
): Instant {
  // Only a closing that failed keeps a closing waiting.
  if (isOvertaken(lease, intent)) return now;
  const longer = Math.min(2 ** (lease.failures ?? 0), LONGEST_WAIT[intent]);
  const wait = state.plan.numbers.effectRetryMinutes * MINUTE_MS * longer;
  return plusMs(now, Math.max(wait, retryAfterMs ?? 0));
}

/** True while a withdrawal has not gone through for so long that somebody has to be told. */
export const isStuck = (lease: Lease, now: Instant): boolean =>
  lease.want === 'absent' && lease.absentAt === undefined && toMs(now) - toMs(lease.wantSince) >= HOUR_MS;
