import type { CaseState } from '../domain/case/state.js';
import { type Instant, toMs } from '../domain/time.js';
import type { ApiParts } from './parts.js';

/** The case's own time now: for a closed case its end, and never before its last turn. */
export async function caseNow(
  { clock, caseClock }: Pick<ApiParts, 'clock' | 'caseClock'>,
  state: CaseState,
): Promise<Instant> {
  const { since } = state.attribution;
  if (state.status === 'closed') return since;
  const now = (await caseClock?.(state.caseId)) ?? clock();
  return toMs(now) < toMs(since) ? since : now;
}
