import { type Day, type Instant, plusMs } from '../../domain/time.js';

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** `Berlin` for `Europe/Berlin`, `UTC` for UTC. */
export const zoneName = (zone: string): string => (zone.split('/').pop() ?? zone).replaceAll('_', ' ');

/** Formats by what they show; to make one takes longer than to use it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', options);
  formats.set(key, format);
  return format;
}

/** The zone, or UTC where this machine does not know it. */
export function knownZone(zone = 'UTC'): string {
  try {
    return formatOf({ timeZone: zone }).resolvedOptions().timeZone === '' ? 'UTC' : zone;
  } catch {
    return 'UTC';
  }
}

/** `1 Dec 2026` for a calendar day, which has no zone. */
export const dayText = (day: Day): string => written(`${day}T00:00:00.000Z`, { ...DAY, timeZone: 'UTC' });

/** `Tue 1 Dec 2026` for the day of an instant in a zone. */
export const dateText = (at: Instant, zone?: string): string =>
  written(at, { weekday: 'short', ...DAY, timeZone: knownZone(zone) });

/** `17:00` for an instant in a zone. */
export const timeText = (at: Instant, zone?: string): string =>
  written(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: knownZone(zone) });

/** `Tue 1 Dec 2026, 17:00` where the zone is named elsewhere; what is no instant is shown as it is. */
export const momentText = (at: Instant, zone?: string): string =>
  Number.isNaN(Date.parse(at)) ? at : `${dateText(at, zone)}, ${timeText(at, zone)}`;

/** An end or a due time. One that comes with the day is shown as the last moment of the day before: `Mon 30 Nov 2026, 24:00`. */
export function endMoment(at: Instant, zone?: string): string {
  if (Number.isNaN(Date.parse(at)) || timeText(at, zone) !== '00:00') return momentText(at, zone);
  return `${dateText(new Date(Date.parse(at) - 1).toISOString(), zone)}, 24:00`;
}

const zoned = (text: string, at: Instant, zone?: string): string =>
  text === at ? at : `${text} (${zoneName(knownZone(zone))})`;

/** `Tue 1 Dec 2026, 17:00 (Berlin)` for an instant in a zone. */
export const instantText = (at: Instant, zone?: string): string => zoned(momentText(at, zone), at, zone);

/** `Mon 30 Nov 2026, 24:00 (Berlin)`: {@link endMoment} with its zone. */
export const endText = (at: Instant, zone?: string): string => zoned(endMoment(at, zone), at, zone);

/** `Mon 30 Nov` for the day on which something ends or is due, the day before where it comes with midnight. */
export const shortEndText = (at: Instant, zone?: string): string =>
  written(timeText(at, zone) === '00:00' ? plusMs(at, -1) : at, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: knownZone(zone),
  });

/* Versions of the language data differ in commas and in "Sept". */
const written = (at: Instant, options: Intl.DateTimeFormatOptions): string =>
  formatOf(options).format(new Date(at)).replaceAll(',', '').replace('Sept', 'Sep');
