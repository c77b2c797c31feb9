import type { Clockwork } from '../case/clockwork.js';
import type { Party } from '../case/roles.js';
import { sideOf } from '../case/roles.js';
import type { Attribution, CaseState } from '../case/state.js';
import { type Instant, toMs } from '../time.js';

/** Whose turn it is: the parties that hold an open task. */
export function turnOf(state: CaseState): Party {
  const sides = new Set(Object.values(state.tasks).map((t) => sideOf(t.role)));
  if (sides.size === 2) return 'both';
  return sides.has('client') ? 'client' : sides.has('vendor') ? 'vendor' : 'nobody';
}

/** Records every change of turn, so that every minute of a case is attributed. */
export const turnClockwork: Clockwork = {
  name: 'turn',
  facts: (state) => {
    const to = turnOf(state);
    // What is done after the end is not part of the time that the case took.
    const over = state.closedAt !== undefined && to !== 'nobody';
    return over || to === state.attribution.turn ? [] : [{ type: 'PendingPartyChanged', to }];
  },
  agenda: () => [],
};

/** The attribution with the time up to `at` added; the totals then add up to the time since the case was opened. */
export function attributedUntil(attribution: Attribution, at: Instant): Attribution {
  const { turn, since, totals } = attribution;
  return { turn, since: at, totals: { ...totals, [turn]: totals[turn] + (toMs(at) - toMs(since)) } };
}
