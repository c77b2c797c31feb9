import { byIdentity, lately } from '../memoize.js';
import { DAY_MS, type Day, earliest, fromMs, HOUR_MS, type Instant, MINUTE_MS, toMs } from '../time.js';
import type { Calendar } from './calendar.js';

const dayMs = (day: Day): number => toMs(`${day}T00:00:00.000Z`);

/** The day `count` days after `day`. */
export const plusDays = (day: Day, count: number): Day => fromMs(dayMs(day) + count * DAY_MS).slice(0, 10);

/** Whole days from `a` to `b`. */
export const daysBetween = (a: Day, b: Day): number => Math.round((dayMs(b) - dayMs(a)) / DAY_MS);

/** ISO weekday of a day: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => ((Math.floor(dayMs(day) / DAY_MS) + 3) % 7) + 1;

/** Offset of the zone from UTC at an instant, minutes; that of the calendar's edge beyond it. */
export function offsetMinutes(calendar: Calendar, at: Instant): number {
  let minutes = calendar.offsets[0]?.minutes ?? 0;
  // Instants of one form compare as text.
  for (const o of calendar.offsets) if (o.from <= at) minutes = o.minutes;
  return minutes;
}

/**
 * The instant of a local time of day: the first where the clock shows it twice, and where it jumps over it the instant of the jump.
 * A day that begins at 01:00 (Santiago, Cairo, Beirut) begins with the jump.
 */
export const instantOf = (calendar: Calendar, day: Day, minuteOfDay: number): Instant =>
  instants(calendar)(`${day} ${minuteOfDay}`, day, minuteOfDay);

// Rules ask for the same days with every fact.
const instants = byIdentity((calendar: Calendar) =>
  lately(4_000, (_time, day: Day, minuteOfDay: number) => reckoned(calendar, day, minuteOfDay)),
);

function reckoned(calendar: Calendar, day: Day, minuteOfDay: number): Instant {
  const naive = dayMs(day) + minuteOfDay * MINUTE_MS;
  const near = calendar.offsets.filter(({ from }) => Math.abs(toMs(from) - naive) < 2 * DAY_MS);
  const before = offsetMinutes(calendar, fromMs(naive - 2 * DAY_MS));
  const shown = [before, ...near.map((o) => o.minutes)]
    .map((minutes) => ({ minutes, at: fromMs(naive - minutes * MINUTE_MS) }))
    .filter(({ minutes, at }) => offsetMinutes(calendar, at) === minutes)
    .map(({ at }) => at);
  const jump = near.find(({ from, minutes }) => toMs(from) + minutes * MINUTE_MS > naive)?.from;
  return earliest(shown) ?? jump ?? fromMs(naive - before * MINUTE_MS);
}

/** The instant at which the day begins in the calendar's zone. */
export const startOfDay = (calendar: Calendar, day: Day): Instant => instantOf(calendar, day, 0);

/** First instant after the day in the calendar's zone. */
export const endOfDay = (calendar: Calendar, day: Day): Instant => startOfDay(calendar, plusDays(day, 1));

/** The day that it is in the calendar's zone. */
export const localDay = (calendar: Calendar, at: Instant): Day => localDays(calendar)(at);

const localDays = byIdentity((calendar: Calendar) =>
  lately(400, (at) => fromMs(toMs(at) + offsetMinutes(calendar, at) * MINUTE_MS).slice(0, 10)),
);

/** True when the party works on that day. */
export const isWorkingDay = (calendar: Calendar, day: Day): boolean =>
  calendar.weekdays.includes(weekdayOf(day)) && !calendar.holidays.includes(day);

/** The last day of the week in which a day lies: a week begins with the first day worked after a day off, on Sunday where Friday and Saturday are off. */
export function weekEnd({ weekdays }: Calendar, day: Day): Day {
  const worked = (weekday: number): boolean => weekdays.includes(((weekday + 6) % 7) + 1);
  const first = weekdays.find((w) => !worked(w - 1)) ?? 1;
  return plusDays(day, (first - weekdayOf(day) + 13) % 7);
}

/** Opening of business on a working day. */
export const opensAt = (calendar: Calendar, day: Day): Instant => instantOf(calendar, day, calendar.opensMinute);

/** Close of business on a working day. */
export const closesAt = (calendar: Calendar, day: Day): Instant => instantOf(calendar, day, calendar.closesMinute);

/** Sums that were done before: rules ask for the same ones with every fact. */
const sums = byIdentity((calendar: Calendar) =>
  lately(4_000, (_sum, from: Instant, hours: number) => walked(calendar, from, hours)),
);

/** The instant `hours` business hours after `from`; before it when negative. Beyond the calendar's end weekdays count. */
export const plusBusinessHours = (calendar: Calendar, from: Instant, hours: number): Instant =>
  sums(calendar)(`${from} ${hours}`, from, hours);

function walked(calendar: Calendar, from: Instant, hours: number): Instant {
  const step = hours < 0 ? -1 : 1;
  let left = Math.abs(hours) * HOUR_MS;
  let at = toMs(from);
  let day = localDay(calendar, from);
  for (let i = 0; i < 2000; i++) {
    if (isWorkingDay(calendar, day)) {
      const open = toMs(opensAt(calendar, day));
      const close = toMs(closesAt(calendar, day));
      const begin = step > 0 ? Math.max(at, open) : Math.min(at, close);
      const room = step > 0 ? close - begin : begin - open;
      if (room >= left && room > 0) return fromMs(begin + step * left);
      if (room > 0) left -= room;
    }
    day = plusDays(day, step);
    at = step > 0 ? toMs(startOfDay(calendar, day)) : toMs(endOfDay(calendar, day));
  }
  return fromMs(at);
}
