import { offsetsOf } from '../../../activities/calendars/calendarOf.js';
import { endOfDay, instantOf, localDay, plusDays, startOfDay } from '../../../domain/clocks/businessTime.js';
import type { Calendar } from '../../../domain/clocks/calendar.js';
import { plusMs } from '../../../domain/time.js';

const [FROM, THROUGH] = ['2020-01-01', '2037-12-31'];
const calendarIn = (timeZone: string): Calendar => ({
  timeZone,
  version: 'test',
  from: FROM,
  through: THROUGH,
  offsets: offsetsOf(timeZone, FROM, THROUGH),
  weekdays: [1, 2, 3, 4, 5],
  opensMinute: 540,
  closesMinute: 1020,
  holidays: [],
});

/** Days around every change of the clock: on all others a day begins and ends as the one before. */
const aroundChanges = ({ offsets }: Calendar): string[] => [
  ...new Set(offsets.flatMap(({ from }) => [-2, -1, 0, 1].map((days) => plusDays(from.slice(0, 10), days)))),
];

/** What is wrong with where a day begins and ends. */
function faultsOf(zone: string, calendar: Calendar, day: string): string[] {
  const [start, end] = [startOfDay(calendar, day), endOfDay(calendar, day)];
  const wrong = (what: string, right: boolean): string[] => (right ? [] : [`${zone} ${day} ${what} ${start} ${end}`]);
  return [
    ...wrong('starts on another day', localDay(calendar, start) === day),
    ...wrong('starts before its start', localDay(calendar, plusMs(start, -1)) === plusDays(day, -1)),
    ...wrong('ends on another day', localDay(calendar, plusMs(end, -1)) === day),
    ...wrong('does not end where the next starts', end === startOfDay(calendar, plusDays(day, 1))),
    ...wrong('has no length', start < end),
  ];
}

test('given every zone from 2020 to 2037, then the end of each day is the start of the next, also where days begin at 01:00', () => {
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));
  expect(zones.length).toBeGreaterThan(350);
  // Zones whose clocks change alike have the same calendar but for its name.
  const alike = new Map(zones.map(calendarIn).map((calendar) => [JSON.stringify(calendar.offsets), calendar]));
  expect(alike.size).toBeGreaterThan(50);
  const faults = [...alike.values()].flatMap((calendar) =>
    aroundChanges(calendar)
      .filter((day) => day > '2020-01-01' && day < '2037-12-30')
      .flatMap((day) => faultsOf(calendar.timeZone, calendar, day)),
  );
  expect(faults).toEqual([]);
});

test('given a day that begins at 01:00, then its start is the jump of the clock; a time that is shown twice is the first of both', () => {
  const santiago = calendarIn('America/Santiago');
  expect(startOfDay(santiago, '2026-09-06')).toBe('2026-09-06T04:00:00.000Z');
  expect(instantOf(santiago, '2026-09-06', 30)).toBe('2026-09-06T04:00:00.000Z');
  expect(instantOf(santiago, '2026-09-06', 60)).toBe('2026-09-06T04:00:00.000Z');
  const berlin = calendarIn('Europe/Berlin');
  expect(instantOf(berlin, '2026-10-25', 150)).toBe('2026-10-25T00:30:00.000Z');
  expect(instantOf(berlin, '2026-03-29', 150)).toBe('2026-03-29T01:00:00.000Z');
});
