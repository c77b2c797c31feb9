import { plusMs } from '../../domain/time.js';
import { knownZone, zoneName } from '../../presentation/words/dates.js';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How far an instant lies from now, in the largest unit that fits: `in 3 days`, `2 hours ago`, `now`. */
export function relative(at: string, now: number): string {
  const ms = Date.parse(at) - now;
  for (const [unit, size] of UNITS) {
    const count = Math.round(Math.abs(ms) / size);
    if (Math.abs(ms) >= size && count > 0) {
      const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
      return ms > 0 ? `in ${words}` : `${words} ago`;
    }
  }
  return 'now';
}

/** An instant to read: to the minute in a zone, and how far it is from now; `-` without one. An end at midnight is the end of the day before. */
export function readable(at: string | undefined | null, now: number = Date.now(), zone = 'UTC'): string {
  if (at === undefined || at === null || Number.isNaN(Date.parse(at))) return '-';
  const isMidnight = at.endsWith(':00.000Z') && local(at, zone).endsWith(' 00:00');
  const shown = isMidnight
    ? `${local(plusMs(at, -1), zone).slice(0, 10)} 24:00 ${zoneName(knownZone(zone))}`
    : stamp(at, zone);
  return `${shown} (${relative(at, now)})`;
}

/** An instant to the minute in a zone, with its name: `2026-09-01 10:00 Berlin`; what is no instant stays as it is. */
export const stamp = (at: string, zone = 'UTC'): string =>
  Number.isNaN(Date.parse(at)) ? at : `${local(at, zone)} ${zoneName(knownZone(zone))}`;

/** The zone of this machine, for whoever reads cases of several zones. */
export const zoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/* Sweden writes `2026-09-01 10:00`. */
const local = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
    timeZone: knownZone(zone),
  }).format(new Date(at));

/** A span of milliseconds in days, hours and minutes. */
export function span(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor((minutes % 1440) / 60), 'h'],
    [minutes % 60, 'm'],
  ] as const;
  return (
    parts
      .filter(([n]) => n > 0)
      .map(([n, unit]) => `${n} ${unit}`)
      .join(' ') || '0 m'
  );
}
