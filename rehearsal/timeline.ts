import { instantOf, isWorkingDay, plusDays, weekEnd } from '../domain/clocks/businessTime.js';
import type { Calendar } from '../domain/clocks/calendar.js';
import { type Instant, toMs } from '../domain/time.js';
import { instantAt } from './moment.js';
import type { Step } from './schema.js';

type Recurring = Extract<Step, { every: unknown }>;
/** A step with a moment of its own; files that were played and repetitions are unfolded. */
export type TimedStep = Exclude<Step, { every: unknown } | { play: unknown }>;

/** The steps in the order of time; those of one moment in the order of the file. A step without a moment follows the one before it. */
export function timeline(
  steps: Step[],
  startDate: string,
  calendar: Calendar,
  startAt: Instant,
): { at: Instant; step: TimedStep }[] {
  const out: { at: Instant; step: TimedStep }[] = [];
  let before = startAt;
  for (const step of steps) {
    if ('play' in step) continue;
    if ('every' in step) out.push(...repeated(step, startDate, calendar));
    else {
      if (step.at !== undefined) before = instantAt(step.at, startDate, calendar, before);
      out.push({ at: before, step });
    }
  }
  return out
    .map((one, order) => ({ ...one, order }))
    .sort((a, b) => toMs(a.at) - toMs(b.at) || a.order - b.order)
    .map(({ at, step }) => ({ at, step }));
}

function repeated(
  { every, from, to, clock, as, do: acts }: Recurring,
  startDate: string,
  calendar: Calendar,
): { at: Instant; step: TimedStep }[] {
  const [hour = '0', minute = '0'] = clock.split(':');
  const out: { at: Instant; step: TimedStep }[] = [];
  for (let n = from; n <= to; n++) {
    const day = plusDays(startDate, n - 1);
    if (!isWorkingDay(calendar, day) || (every === 'week' && workedLaterInWeek(calendar, day))) continue;
    const at = instantOf(calendar, day, Number(hour) * 60 + Number(minute));
    out.push({ at, step: { as, do: withDay(acts, day) } });
  }
  return out;
}

function workedLaterInWeek(calendar: Calendar, day: string): boolean {
  const last = weekEnd(calendar, day);
  for (let next = plusDays(day, 1); next <= last; next = plusDays(next, 1))
    if (isWorkingDay(calendar, next)) return true;
  return false;
}

/** The acts with `@today` as that day. */
function withDay(acts: Recurring['do'], day: string): Recurring['do'] {
  const filled: Recurring['do'] = JSON.parse(JSON.stringify(acts).replaceAll('@today', day));
  return filled;
}
