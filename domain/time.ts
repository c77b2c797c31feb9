/** An instant as an ISO 8601 string in UTC with milliseconds, for example `2026-09-01T08:00:00.000Z`. */
export type Instant = string;
/** A calendar day as `YYYY-MM-DD`. */
export type Day = string;

// Taken once: inside a case a global is looked up anew each time, and rules reckon with instants all the time.
const Instants = Date;
const { parse } = Date;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Milliseconds since the epoch of an instant. */
export const toMs = (at: Instant): number => parse(at);

/** The instant of a number of milliseconds since the epoch. */
export const fromMs = (ms: number): Instant => new Instants(ms).toISOString();

/** The instant that lies `ms` milliseconds after `at` (before it, when negative). */
export const plusMs = (at: Instant, ms: number): Instant => fromMs(toMs(at) + ms);

/** The whole minute at or before an instant. */
export const wholeMinute = (at: Instant): Instant => fromMs(Math.floor(toMs(at) / MINUTE_MS) * MINUTE_MS);

/** True when `a` lies before `b`, or is the same instant. */
// Instants of one length have one form, and compare as text.
export const notAfter = (a: Instant, b: Instant): boolean => (a.length === b.length ? a <= b : toMs(a) <= toMs(b));

/** The earliest of the given instants; undefined when there is none. */
export function earliest(instants: (Instant | undefined)[]): Instant | undefined {
  let best: Instant | undefined;
  for (const at of instants) if (at !== undefined && (best === undefined || !notAfter(best, at))) best = at;
  return best;
}

/** The latest of the given instants; undefined when there is none. */
export function latest(instants: (Instant | undefined)[]): Instant | undefined {
  let best: Instant | undefined;
  for (const at of instants) if (at !== undefined && (best === undefined || notAfter(best, at))) best = at;
  return best;
}

/** True for a time zone of the IANA list, as `Europe/Warsaw`, and for `UTC`. */
export const isTimeZone = (zone: string): boolean => {
  if (!zone.includes('/') && zone !== 'UTC') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** True for a day that a case may speak of; beyond these years sums of days and zones come to nothing. */
export const isDayInRange = (day: Day): boolean => day >= '1990-01-01' && day <= '2199-12-31';
