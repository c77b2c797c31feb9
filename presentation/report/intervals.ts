import { type Instant, toMs } from '../../domain/time.js';

/** A half-open stretch of time and what carried it; without `until` it goes on. */
export type Interval = { from: Instant; until?: Instant; by: string[] };

const startMs = (interval: Interval): number => toMs(interval.from);
const endMs = (interval: Interval): number => (interval.until === undefined ? Infinity : toMs(interval.until));
const later = (a: Instant, b: Instant): Instant => (toMs(a) >= toMs(b) ? a : b);
const earlier = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a === undefined ? b : b === undefined ? a : toMs(a) <= toMs(b) ? a : b;

/** The stretches in which both hold. */
export const both = (left: Interval[], right: Interval[]): Interval[] =>
  left
    .flatMap((a) =>
      right.map((b) => ({ from: later(a.from, b.from), until: earlier(a.until, b.until), by: [...a.by, ...b.by] })),
    )
    .filter((interval) => startMs(interval) < endMs(interval))
    .sort((a, b) => startMs(a) - startMs(b));

/** The stretches in which any holds, those that touch or overlap joined. */
export function joined(intervals: Interval[]): Interval[] {
  const out: Interval[] = [];
  for (const interval of [...intervals].sort((a, b) => startMs(a) - startMs(b))) {
    const last = out.at(-1);
    if (startMs(interval) >= endMs(interval)) continue;
    if (last === undefined || startMs(interval) > endMs(last)) out.push({ ...interval });
    else {
      last.until = endMs(interval) > endMs(last) ? interval.until : last.until;
      last.by = [...new Set([...last.by, ...interval.by])];
    }
  }
  return out;
}

/** The stretches of `within` in which none of `intervals` holds. */
function outside(within: Interval, intervals: Interval[]): Interval[] {
  const out: Interval[] = [];
  let from: Instant | undefined = within.from;
  for (const interval of joined(intervals)) {
    if (from === undefined) break;
    if (toMs(from) < Math.min(startMs(interval), endMs(within)))
      out.push({ from, until: earlier(interval.from, within.until), by: within.by });
    from = interval.until === undefined ? undefined : later(from, interval.until);
  }
  if (from !== undefined && toMs(from) < endMs(within)) out.push({ from, until: within.until, by: within.by });
  return out;
}

/** How much of a stretch is covered. */
export function howMuch(within: Interval, intervals: Interval[]): 'all-day' | 'part-of-day' | 'not' {
  const inside = both([within], joined(intervals));
  if (inside.length === 0) return 'not';
  return outside(within, inside).length === 0 ? 'all-day' : 'part-of-day';
}
