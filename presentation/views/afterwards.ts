import type { z } from 'zod';
import type { recertification, replacement } from '../../contract/afterwards.js';
import type { CaseState } from '../../domain/case/state.js';
import { nextRoundAt, unansweredLeases } from '../../domain/recertification/round.js';
import { awaitsHandover, creditAt, replacementsOf } from '../../domain/replacement/clock.js';
import type { Credit, Replacement } from '../../domain/replacement/replacement.js';
import type { Instant } from '../../domain/time.js';

function statusOf(r: Replacement): z.infer<typeof replacement>['status'] {
  if (r.withdrawn !== undefined) return 'withdrawn';
  if (r.fulfilled !== undefined) return awaitsHandover(r) ? 'handover' : 'done';
  return r.breachedAt === undefined ? 'running' : 'late';
}

const creditNow = (state: CaseState, r: Replacement, now: Instant): Credit & { at?: undefined } =>
  creditAt(r, state.calendars, now, state.intake.monthlyRateUsd);

export const replacementViews = (state: CaseState, now: Instant): z.infer<typeof replacement>[] =>
  replacementsOf(state).map((r) => {
    const { terms, fulfilled, withdrawn, ...told } = r;
    const { at: withdrawnAt, ...credit } = withdrawn ?? creditNow(state, r, now);
    const { at: startedAt, overlapEnds: _o, ...came } = fulfilled ?? { at: undefined, overlapEnds: undefined };
    const { slaBusinessDays } = terms;
    return { ...told, status: statusOf(r), slaBusinessDays, withdrawnAt, startedAt, ...credit, ...came };
  });

export function recertificationView(state: CaseState): z.infer<typeof recertification> | undefined {
  const { round, deadline } = state.recertification ?? {};
  const next = nextRoundAt(state);
  if (round === undefined || next === undefined) return undefined;
  return { round, nextRoundAt: next, deadline, unanswered: unansweredLeases(state).map((l) => l.id) };
}
