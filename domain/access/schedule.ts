import type { CaseState } from '../case/state.js';
import { DAY_MS, earliest, HOUR_MS, type Instant, MINUTE_MS, plusMs, wholeMinute } from '../time.js';
import { isNotInvitedAgain } from './invitations.js';
import { type AccessIntent, endsElsewhere, holdsOther, isKeptOpen, type Lease } from './lease.js';
import { isManual } from './resources.js';

/** Hours after the first proven absence at which absence is proven again. */
export const PROOF_HOURS = [1, 24, 168] as const;

/** When something is looked at again: on the whole minute, so that a case's looks share one timer and do not drift apart. */
export const nextReview = (seenAt: Instant, everyMs: number): Instant => wholeMinute(plusMs(seenAt, everyMs));

export type LeaseWork = { intent: AccessIntent; at: Instant };

/** The next proof of absence that is still owed. */
export function nextProof(lease: Lease): { hours: number; at: Instant } | undefined {
  if (lease.want !== 'absent' || lease.absentAt === undefined) return undefined;
  const hours = PROOF_HOURS.find((h) => !lease.proofs.includes(h));
  return hours === undefined ? undefined : { hours, at: plusMs(lease.absentAt, hours * HOUR_MS) };
}

/** Id of one attempt at the provider. */
export const accessEffectId = (lease: string, attempts: number, intent: AccessIntent): string =>
  `access:${lease}:${attempts}:${intent}`;

/**
 * When the granted permission is asked for where another one is held: at once, and where that was in vain, as against a role that an organisation
 * gives to everybody, twice as late each time until it is as rare as the looks are.
 */
function correctionAt({ seenAt, wantSince, failures = 0 }: Lease, retryMinutes: number, reviewAt: Instant): Instant {
  const waitMs = failures === 0 ? 0 : retryMinutes * MINUTE_MS * 2 ** Math.min(failures - 1, 12);
  const at = plusMs(seenAt ?? wantSince, waitMs);
  return earliest([at, reviewAt]) ?? at;
}

/** Minutes between two closings at most, where a way in keeps them from passing. */
const KEPT_OPEN_MINUTES = 60;

/** When a closing is tried again that a way in keeps from passing: twice as late each time, since a person has to end that way first. */
function keptOpenAt({ seenAt, wantSince, failures = 1 }: Lease, retryMinutes: number): Instant {
  const longest = Math.max(retryMinutes, KEPT_OPEN_MINUTES);
  return plusMs(seenAt ?? wantSince, Math.min(retryMinutes * 2 ** Math.min(failures - 1, 12), longest) * MINUTE_MS);
}

/** What a lease needs done at the provider next, and when; undefined once all is proven. */
export function leaseWork(state: CaseState, lease: Lease): LeaseWork | undefined {
  const { accessReviewHours, manualReviewDays, effectRetryMinutes } = state.plan.numbers;
  // After a fruitless attempt of the same kind the next one waits. One of another kind, as an opening that was under way when the papers lapsed,
  // says nothing about this one: a closing never waits for it.
  const pause = (intent: AccessIntent): Instant =>
    lease.lastIntent === intent && lease.seenAt !== undefined
      ? plusMs(lease.seenAt, effectRetryMinutes * MINUTE_MS)
      : lease.wantSince;
  if (lease.want === 'present') {
    const reviewMs = isManual(lease.resource) ? manualReviewDays * DAY_MS : accessReviewHours * HOUR_MS;
    const reviewAt = nextReview(lease.seenAt ?? lease.wantSince, reviewMs);
    // Whether it is still there is seen by the looks at its place; where people act by hand, by somebody else of them.
    const look: LeaseWork | undefined = isManual(lease.resource)
      ? { intent: 'look', at: lease.nextAttemptAt ?? reviewAt }
      : undefined;
    if (lease.seen === 'present' || lease.seen === 'invited') {
      if (!holdsOther(lease) && !endsElsewhere(lease)) return look;
      return { intent: 'open', at: lease.nextAttemptAt ?? correctionAt(lease, effectRetryMinutes, reviewAt) };
    }
    if (isNotInvitedAgain(lease)) return look;
    return { intent: 'open', at: lease.nextAttemptAt ?? pause('open') };
  }
  if (isKeptOpen(lease)) return { intent: 'close', at: lease.nextAttemptAt ?? keptOpenAt(lease, effectRetryMinutes) };
  if (lease.absentAt === undefined) return { intent: 'close', at: lease.nextAttemptAt ?? pause('close') };
  const proof = nextProof(lease);
  return proof === undefined ? undefined : { intent: 'look', at: lease.nextAttemptAt ?? proof.at };
}
