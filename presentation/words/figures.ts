import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/time.js';

/** `2 d 3 h 5 min`; under a minute in seconds. */
export function duration(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.floor(ms / 1000)} s`;
  const parts = [
    [Math.floor(ms / DAY_MS), 'd'],
    [Math.floor((ms % DAY_MS) / HOUR_MS), 'h'],
    [Math.floor((ms % HOUR_MS) / MINUTE_MS), 'min'],
  ] as const;
  return parts
    .filter(([n]) => n > 0)
    .map(([n, unit]) => `${n} ${unit}`)
    .join(' ');
}

/** `1 time`, `2 times`. */
export const amount = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** `USD 13,500`, whole US dollars. */
export const usdText = (value: number): string => `USD ${value.toLocaleString('en-US')}`;
