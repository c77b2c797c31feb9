import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { parseSubjectKey } from '../controls/control.js';
import { CONTROLS } from '../controls/index.js';
import { DAY_MS, type Instant, notAfter, plusMs, toMs } from '../time.js';

/** A control that is met now and will lapse by time alone. */
export type Lapse = { key: string; at: Instant };

const HOLDING = ['gate', 'track', 'checkpoint'];

const lapsesOf = (state: CaseState): Lapse[] =>
  Object.entries(state.controlStatus).flatMap(([key, s]) => {
    const { controlId } = parseSubjectKey(key);
    const planned = state.plan.controls[controlId];
    // A control without a form lapses with others, and those are warned of.
    const matters =
      planned?.applies === true && HOLDING.includes(planned.binding.kind) && CONTROLS[controlId]?.form !== null;
    return matters && s.status === 'met' && s.until !== undefined ? [{ key, at: s.until }] : [];
  });

/** Id of one warning: what lapses, when, and how many days ahead it was said. */
const warningId = ({ key, at }: Lapse, days: number): string => `${key}@${at}@${days}`;

/** What a {@link warningId} says. */
function parseWarning(id: string): Lapse & { days: number } {
  const [key = '', at = '', days = '0'] = id.split('@');
  return { key, at, days: Number(days) };
}

/** Days ahead at which a lapse was warned of last; undefined before the first warning. */
const lastWarning = (state: CaseState, lapse: Lapse): number | undefined =>
  state.warned.map(parseWarning).find((w) => w.key === lapse.key && w.at === lapse.at)?.days;

/** Warnings that are still to come for a lapse, with the days ahead, the furthest ahead first. */
function warningsLeft(state: CaseState, lapse: Lapse): { days: number; at: Instant }[] {
  const last = lastWarning(state, lapse) ?? Number.POSITIVE_INFINITY;
  return state.plan.numbers.lapseWarningDays
    .filter((days) => days < last)
    .sort((a, b) => b - a)
    .map((days) => ({ days, at: plusMs(lapse.at, -days * DAY_MS) }));
}

/** The warning to give now: the latest whose time has come; earlier ones are passed over. */
function warningDue(state: CaseState, lapse: Lapse, now: Instant): CaseEvent[] {
  const passed = warningsLeft(state, lapse).filter((w) => notAfter(w.at, now));
  const latest = passed[passed.length - 1];
  if (latest === undefined || notAfter(lapse.at, now)) return [];
  return [{ type: 'LapseWarned', id: warningId(lapse, latest.days), what: lapse.key, at: lapse.at }];
}

/**
 * Warns, the policy's days ahead, of everything that time will end and that access or a tracked duty rests on (SA-4, IN-1, SC-1, papers):
 * once for each lead time, and no more once something later takes its place.
 */
export const lapsesClockwork: Clockwork = {
  name: 'lapses',
  facts: (state, now) => (state.status !== 'open' ? [] : lapsesOf(state).flatMap((l) => warningDue(state, l, now))),
  agenda: (state) =>
    state.status !== 'open' ? [] : lapsesOf(state).flatMap((l) => warningsLeft(state, l).map((w) => w.at)),
};

/** The warnings to remember once one more was given: the latest of each control, as long as its lapse lies ahead. */
export function withWarning(warned: string[], id: string, now: Instant): string[] {
  const { key } = parseWarning(id);
  const others = warned.map((w) => ({ w, ...parseWarning(w) })).filter((o) => o.key !== key);
  return [...others.filter((o) => toMs(o.at) > toMs(plusMs(now, -DAY_MS))).map((o) => o.w), id];
}
