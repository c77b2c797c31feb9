import type { Instant } from '../../domain/time.js';
import { dateText, endMoment, endText, instantText, momentText } from './dates.js';
import { shortHash } from './figures.js';
import { type Names, withNames } from './people.js';

/** How a page speaks: of people by name, of instants in one zone that its head names. */
export type Voice = {
  zone: string;
  name(id: string): string;
  names(ids: readonly string[]): string;
  /** A text with names in place of ids, and hashes cut short. */
  say(text: string): string;
  /** `Tue 1 Dec 2026, 17:00`; empty where there is none. */
  at(at: Instant | undefined): string;
  /** An end or a due time, `Mon 30 Nov 2026, 24:00`; empty where there is none. */
  due(at: Instant | undefined): string;
  /** `Tue 1 Dec 2026`; empty where there is none. */
  day(at: Instant | undefined): string;
  /** `Tue 1 Dec 2026, 17:00 (Berlin)`. */
  full(at: Instant): string;
  /** An end: `Mon 30 Nov 2026, 24:00 (Berlin)`. */
  end(at: Instant): string;
};

const HASH = /\b[0-9a-f]{64}\b/g;

/** The voice of a page. */
export function voiceOf({ names, zone }: { names: Names; zone: string }): Voice {
  const name = (id: string): string => (id === 'system' ? 'Drawbridge' : withNames(`{person:${id}}`, names));
  return {
    zone,
    name,
    names: (ids) => ids.map(name).join(', '),
    say: (text) => withNames(text, names).replace(HASH, shortHash),
    at: (at) => (at === undefined ? '' : momentText(at, zone)),
    due: (at) => (at === undefined ? '' : endMoment(at, zone)),
    day: (at) => (at === undefined ? '' : dateText(at, zone)),
    full: (at) => instantText(at, zone),
    end: (at) => endText(at, zone),
  };
}
