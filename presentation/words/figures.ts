import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/time.js';

/** `2 d 3 h 5 min`, to the minute; under a minute in seconds. */
export function duration(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.floor(ms / 1000)} s`;
  const whole = Math.round(ms / MINUTE_MS) * MINUTE_MS;
  const parts = [
    [Math.floor(whole / DAY_MS), 'd'],
    [Math.floor((whole % DAY_MS) / HOUR_MS), 'h'],
    [(whole % HOUR_MS) / MINUTE_MS, 'min'],
  ] as const;
  return parts
    .filter(([n]) => n > 0)
    .map(([n, unit]) => `${n} ${unit}`)
    .join(' ');
}

/** `1 time`, `2 times`, `2 entries`. */
export const amount = (n: number, noun: string, plural = `${noun}s`): string => `${n} ${n === 1 ? noun : plural}`;

/** Share of a whole in percent, one decimal. */
export const percent = (part: number, whole: number): string => (whole === 0 ? '0' : ((100 * part) / whole).toFixed(1));

/** First ten digits of a hash. */
export const shortHash = (hash: string): string => (hash.length > 10 ? `${hash.slice(0, 10)}…` : hash);
