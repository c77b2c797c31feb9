import { type Decision, isRefusal, record } from '../case/decision.js';
import type { LookedAt, PlaceLooked } from '../case/effects.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { own } from '../record.js';
import type { Instant } from '../time.js';
import { isOvertaken, type Lease } from './lease.js';
import { decideAccessOutcome } from './report.js';
import { surveyFacts } from './survey.js';

/** What follows from a look at a place: for each access that is not as it was, and of accounts that nobody expects there. */
export function decidePlaceLook(state: CaseState, { resource, seen, ...found }: PlaceLooked, now: Instant): Decision {
  const { unknownAccounts, permissions = {} } = found;
  const changed = seen.flatMap((one) => lookedAt(state, one, now));
  const unknown =
    unknownAccounts === undefined ? [] : surveyFacts(state, { resource, unknownAccounts, permissions }, now);
  return record(...changed, ...unknown);
}

/** A look that began before an attempt, a grant or an end is overtaken by it. */
function lookedAt(state: CaseState, { since, asBefore, ...seen }: LookedAt, now: Instant): CaseEvent[] {
  const lease = own(state.leases, seen.lease);
  if (lease?.attempts !== since.attempts || lease.wantSince !== since.wantSince) return [];
  if (isOvertaken(lease, 'look')) return [];
  const outcome = { ...seen, kind: 'access-seen' as const, intent: 'look' as const, acted: false };
  const decided = decideAccessOutcome(state, outcome, now);
  if (isRefusal(decided)) return [];
  return decided.events.map((event) =>
    event.type === 'AccessObserved' && asBefore !== undefined ? { ...event, asBefore } : event,
  );
}

/** True where what was seen is not what the record says was seen last. Of what has ended only that it is back is news, or that others have let the account in since, and of what was never there that it is. */
export function isNews(
  lease: Lease,
  { seen, permission, others }: Pick<LookedAt, 'seen' | 'permission' | 'others'>,
): boolean {
  if (lease.want === 'absent')
    return seen === 'present' || seen === 'invited' || (seen === 'others' && lease.seen !== 'others');
  if (lease.seen === 'unknown' || lease.seen === 'others') return seen !== 'absent';
  if (seen !== lease.seen) return true;
  if (seen === 'absent') return false;
  return permission !== lease.held || JSON.stringify(others) !== JSON.stringify(lease.others);
}
