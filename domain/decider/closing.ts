import { nextProof } from '../access/schedule.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { mayEnd } from '../controls/caseEnd.js';
import type { Instant } from '../time.js';

/**
 * A closing case is closed once every lease is proven absent for the last time, what holds its end is met or waived, and no letter waits.
 * Asked only after the letters of a batch are queued: a case that never held any access would else end before anybody is told.
 */
export function closingFacts(state: CaseState, now: Instant): CaseEvent[] {
  if (state.status !== 'closing') return [];
  const proven = Object.values(state.leases).every(
    (l) => l.want === 'absent' && l.absentAt !== undefined && nextProof(l) === undefined,
  );
  // The hours of an incident run on, and somebody has to do what they ask for.
  const settled = Object.values(state.incidents ?? {}).every((i) => i.drill || i.closedAt !== undefined);
  const ready = proven && settled && mayEnd(state, now);
  return ready && Object.keys(state.letters).length === 0 ? [{ type: 'CaseClosed' }] : [];
}
