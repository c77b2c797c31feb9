import type { Report } from '../../contract/report.js';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../../domain/time.js';

/** How a report speaks of people: by name where one is known, by id where it was erased. */
export type Voice = { name(id: string): string; say(text: string): string };

const HASH = /\b([0-9a-f]{10})[0-9a-f]{54}\b/g;
/** A person as texts name one: `{person:p-…}`, or the id alone. */
const PERSON = /\{person:([^{}\s]+)\}|(p-[a-z0-9]{16})/g;

/** The voice of a report. */
export function voiceOf({ names }: Pick<Report, 'names'>): Voice {
  const name = (id: string): string => (id === 'system' ? 'the engine' : (names[id] ?? id));
  return {
    name,
    say: (text) =>
      text.replace(PERSON, (_, marked?: string, bare?: string) => name(marked ?? bare ?? '')).replace(HASH, '$1…'),
  };
}

/** `2026-09-01 08:00`, UTC; empty when there is none. */
export const time = (at: Instant | undefined): string =>
  at === undefined ? '' : `${at.slice(0, 10)} ${at.slice(11, 16)}`;

/** First ten digits of a hash. */
export const shortHash = (hash: string): string => (hash.length > 10 ? `${hash.slice(0, 10)}…` : hash);

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

/** Share of a whole, one decimal. */
export const percent = (part: number, whole: number): string => (whole === 0 ? '0' : ((100 * part) / whole).toFixed(1));

/** Whose the missed meetings were: `the vendor's`; with numbers where both sides missed some; empty when none was missed. */
export function whoseMiss({ missedBy: { client, vendor } }: { missedBy: { client: number; vendor: number } }): string {
  if (client > 0 && vendor > 0) return `the client’s ${client}, the vendor’s ${vendor}`;
  return client > 0 ? 'the client’s' : vendor > 0 ? 'the vendor’s' : '';
}

/** `1 time`, `2 times`. */
export const amount = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** Whole number with its thousands apart: `2 511 000 000`. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');
