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

/** An instant to read: UTC to the minute, and how far it is from now; `-` without one. */
export function readable(at: string | undefined | null, now: number = Date.now()): string {
  if (at === undefined || at === null || Number.isNaN(Date.parse(at))) return '-';
  return `${stamp(at)} (${relative(at, now)})`;
}

/** An instant in UTC to the minute. */
export const stamp = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

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
