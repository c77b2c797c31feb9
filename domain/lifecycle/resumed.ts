import type { CaseState } from '../case/state.js';
import { localDay, opensAt, plusDays } from '../clocks/businessTime.js';
import { afterCommonDays, commonDaysUntil } from '../clocks/commonDays.js';
import { movedBy } from '../clocks/pauses.js';
import { type Instant, notAfter, plusMs, toMs } from '../time.js';

const mapped = <T>(items: Record<string, T>, f: (item: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(items).map(([key, item]) => [key, f(item)]));

/**
 * The state once a pause is over: business clocks go on where they stood. What waited is due later by the length of the pause, and days of
 * meetings in it fall away; plan days move where they are asked for.
 */
export function resumed(state: CaseState, at: Instant): CaseState {
  const { pause, ...rest } = state;
  if (pause === undefined) return state;
  const waitedMs = toMs(at) - toMs(pause.since);
  const moved = (due: Instant): Instant => movedBy(state.calendars.client, due, waitedMs);
  return {
    ...rest,
    pauses: [...(state.pauses ?? []), { from: pause.since, until: at }],
    approvals: mapped(state.approvals, (a) =>
      a.status === 'asked' || a.status === 'returned' ? { ...a, due: moved(a.due) } : a,
    ),
    meetings: state.meetings.map((b) => (b.status === 'due' ? { ...b, missesAt: moved(b.missesAt) } : b)),
    lastMeetings: meetingsAfter(state, pause.since, at),
    ...replacementsAfter(state, pause.since, at),
    ...recertificationAfter(state, waitedMs),
  };
}

/** The business days of both that an SLA still had at the pause are counted from its end (RP-1). */
function replacementsAfter({ replacements, calendars }: CaseState, from: Instant, at: Instant): Partial<CaseState> {
  if (replacements === undefined) return {};
  const due = (before: Instant): Instant =>
    afterCommonDays(calendars, at, Math.max(1, commonDaysUntil(calendars, from, plusMs(before, -1))));
  return {
    replacements: mapped(replacements, (r) =>
      r.fulfilled === undefined && r.breachedAt === undefined ? { ...r, due: due(r.due) } : r,
    ),
  };
}

function recertificationAfter({ recertification }: CaseState, waitedMs: number): Partial<CaseState> {
  if (recertification === undefined) return {};
  const { deadline, since } = recertification;
  const later = deadline === undefined ? {} : { deadline: plusMs(deadline, waitedMs) };
  return { recertification: { ...recertification, since: plusMs(since, waitedMs), ...later } };
}

/** Meetings begin again on the day of the resumption, or on the next one when its business has opened by then. */
function meetingsAfter(state: CaseState, from: Instant, at: Instant): CaseState['lastMeetings'] {
  const { client } = state.calendars;
  const day = localDay(client, at);
  const sameDay = localDay(client, from) === day;
  if (sameDay || state.stagesDone['working-agreement'] === undefined) return state.lastMeetings;
  const last = notAfter(at, opensAt(client, day)) ? plusDays(day, -1) : day;
  const ids = state.plan.meetings.map((b) => b.id);
  const later = ids.map((id) => {
    const before = state.lastMeetings[id];
    return [id, before !== undefined && before > last ? before : last];
  });
  return { ...state.lastMeetings, ...Object.fromEntries(later) };
}
