import type { Instant } from '../../domain/time.js';

/** A due date as the reader's clock shows it, with the zone named, and as UTC says it. */
export type DueText = { local: string; utc: string };

/** Writes an instant out; in UTC when the zone is missing or not known here. */
export function dueText(at: Instant, timeZone = 'UTC'): DueText {
  const zone = isZone(timeZone) ? timeZone : 'UTC';
  const when = new Date(at);
  /* An instant that is none is shown as it is: the letter must reach somebody who can ask. */
  if (Number.isNaN(when.getTime())) return { local: at, utc: at };
  const day = written(when, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const time = written(when, { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return { local: `${day}, ${time}, ${zoneName(when, zone)}`, utc: when.toISOString() };
}

/* en-GB puts a comma after the weekday in some versions of the data and none in others. */
const written = (when: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...options, hourCycle: 'h23' }).format(when).replace(/^(\p{L}+),/u, '$1');

function zoneName(when: Date, zone: string): string {
  if (zone === 'UTC') return 'UTC';
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(when);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return `${zone} time (${offset === 'GMT' ? 'UTC' : offset.replace('GMT', 'UTC')})`;
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
