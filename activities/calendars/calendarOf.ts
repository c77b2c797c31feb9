import { createRequire } from 'node:module';
import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import type { CalendarRequest } from '../../domain/case/effects.js';
import type { Calendar } from '../../domain/clocks/calendar.js';
import { own } from '../../domain/record.js';
import { type Said, say } from '../../domain/say.js';
import { DAY_MS, type Day, fromMs, HOUR_MS } from '../../domain/time.js';
import { weekdaysOf } from './weekends.js';

const { version: LIBRARY_VERSION } = readVersion(createRequire(import.meta.url)('date-holidays/package.json'));

/** A time zone or holiday region is not known; `said` says which and what would be right. */
export class UnknownPlace extends Error {
  override readonly name = 'UnknownPlace';
  constructor(readonly said: Said) {
    super(said.code);
  }
}

/**
 * Working time of a party as data: public holidays of its region and days off of its own, offsets of its zone, the weekdays of its country from
 * 9:00 to 17:00.
 *
 * `holidays` is a region of `date-holidays` such as `PL`, `US-NY` or `DE-BY-A`. Throws {@link UnknownPlace}.
 */
export function calendarOf({ timeZone, holidays, from, days, daysOff = [] }: CalendarRequest): Calendar {
  const through = addDays(from, days - 1);
  return {
    timeZone,
    version: `date-holidays ${LIBRARY_VERSION}, ${holidays}`,
    from,
    through,
    offsets: offsetsOf(timeZone, from, through),
    weekdays: weekdaysOf(holidays),
    opensMinute: 9 * 60,
    closesMinute: 17 * 60,
    holidays: [...new Set([...holidaysOf(holidays, from, through), ...daysOff])]
      .filter((day) => day >= from && day <= through)
      .sort(),
  };
}

/** The offset a day before the first day, and each change of it until a day after the last. */
export function offsetsOf(timeZone: string, from: Day, through: Day): Calendar['offsets'] {
  let at = zoned(timeZone, Date.parse(from) - DAY_MS);
  const end = Date.parse(through) + 2 * DAY_MS;
  const offsets: Calendar['offsets'] = [];
  for (;;) {
    offsets.push({ from: fromMs(at.epochMilliseconds), minutes: Math.round(at.offsetNanoseconds / 60e9) });
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > end) return offsets;
    at = next;
  }
}

function zoned(timeZone: string, epochMs: number): Temporal.ZonedDateTime {
  try {
    return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  } catch {
    throw new UnknownPlace(say('calendars.unknown-zone', { timeZone }));
  }
}

/** Days on whose noon a public holiday lies: some begin at an evening, some last for days. */
function holidaysOf(region: string, from: Day, through: Day): Day[] {
  const found = new Set<Day>();
  const source = openRegion(region);
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(through.slice(0, 4)); year++)
    for (const { type, date, start, end } of source.getHolidays(year)) {
      if (type !== 'public') continue;
      const begins = Date.parse(`${date.slice(0, 10)}T${date.slice(11, 19)}Z`);
      const ends = begins + (end.getTime() - start.getTime());
      for (let noon = Date.parse(date.slice(0, 10)) + 12 * HOUR_MS; noon < ends; noon += DAY_MS)
        if (noon >= begins) found.add(fromMs(noon).slice(0, 10));
    }
  return [...found].filter((day) => day >= from && day <= through).sort();
}

function openRegion(region: string): Holidays {
  const [country = '', state, part] = region.split('-');
  const all = new Holidays();
  const known =
    own(all.getCountries(), country) !== undefined &&
    (state === undefined || own(all.getStates(country), state) !== undefined) &&
    (state === undefined || part === undefined || own(all.getRegions(country, state), part) !== undefined);
  if (!known) throw new UnknownPlace(say('calendars.unknown-region', { region }));
  if (state === undefined) return new Holidays(country);
  return part === undefined ? new Holidays(country, state) : new Holidays(country, state, part);
}

const addDays = (day: Day, days: number): Day => fromMs(Date.parse(day) + days * DAY_MS).slice(0, 10);

function readVersion(manifest: unknown): { version: string } {
  const found =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined;
  return { version: typeof found === 'string' ? found : 'unknown' };
}
