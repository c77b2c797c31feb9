import type { z } from 'zod';
import type { dispute, firstDay, milestone } from '../../contract/agreements.js';
import type { CaseState } from '../../domain/case/state.js';
import { movedByPauses } from '../../domain/clocks/pauses.js';
import { answerBy, deliverBy, isOwed, milestonesOf } from '../../domain/milestones/clock.js';

/** The milestones of a case in the order of their days. */
export const milestoneViews = (state: CaseState): z.infer<typeof milestone>[] =>
  milestonesOf(state).map((m) => {
    const { dueSince: _since, reworkFrom: _from, ...told } = m;
    return { ...told, deliverBy: isOwed(m) ? deliverBy(state, m) : undefined, answerBy: answerBy(state, m) };
  });

/** The first days that were agreed, those of people who have left since included. */
export const firstDayViews = (state: CaseState): z.infer<typeof firstDay>[] =>
  Object.values(state.firstDays ?? {}).map(({ dueSince: _since, refusedDays: _days, ...f }) => ({
    ...f,
    status: f.confirmed !== undefined ? 'confirmed' : f.announced !== undefined ? 'announced' : 'expected',
  }));

/** What was disputed, in the order in which it was raised. */
export const disputeViews = (state: CaseState): z.infer<typeof dispute>[] =>
  Object.values(state.disputes ?? {}).map(({ ref: _ref, recordedBy: _by, due, ...d }) => ({
    ...d,
    due: movedByPauses(state, d.raisedAt, due),
  }));
