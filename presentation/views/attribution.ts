import type { Party } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { type Instant, toMs } from '../../domain/time.js';

export type AttributionView = { turn: Party; since: Instant; elapsedMs: number; totalsMs: Record<Party, number> };

/** Whose turn it is, and every millisecond of the case until `now` given to one party: the totals add up to the elapsed time. */
export function attributionView(state: CaseState, now: Instant): AttributionView {
  const { turn, since, totals } = state.attribution;
  const running = Math.max(0, toMs(now) - toMs(since));
  const totalsMs = { ...totals, [turn]: totals[turn] + running };
  return { turn, since, elapsedMs: Math.max(toMs(now), toMs(since)) - toMs(state.openedAt), totalsMs };
}
