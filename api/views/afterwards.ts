import { z } from 'zod';
import type { CaseState } from '../../domain/case/state.js';
import { nextRoundAt, unansweredLeases } from '../../domain/recertification/round.js';
import {
  awaitsHandover,
  type Credit,
  creditAt,
  type Replacement,
  replacementsOf,
} from '../../domain/replacement/replacement.js';
import type { Instant } from '../../domain/time.js';
import { at, person } from './parts.js';

/** A replacement with its clock (RP-1). */
export const replacement = z.object({
  id: z.string(),
  leaver: person,
  status: z.enum(['running', 'late', 'handover', 'done', 'withdrawn']),
  requestedAt: at,
  forCause: z.boolean(),
  slaBusinessDays: z.number().describe('Business days of both parties, counted from the request.'),
  due: at.describe('First instant after the last of them.'),
  candidates: z.array(person),
  breachedAt: at.optional(),
  daysLate: z
    .number()
    .describe('Business days of both parties after the SLA, up to now or to the start of the joiner.'),
  creditPercent: z.number().describe('Per cent of one monthly rate.'),
  creditUsd: z.number().optional(),
  joiner: person.optional(),
  startedAt: at.optional(),
  withdrawnAt: at.optional(),
  businessDays: z.number().optional().describe('Business days from the request to the start of the joiner.'),
  handedOverOn: z.string().optional(),
});

/** The rounds in which access is confirmed (AR-1). */
export const recertification = z.object({
  round: z.number(),
  nextRoundAt: at.optional(),
  deadline: at.optional().describe('What is unanswered then is withdrawn.'),
  unanswered: z.array(z.string()).describe('Accesses of the last round that nobody has answered for.'),
});

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
