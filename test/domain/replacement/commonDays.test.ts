import { calendarOf } from '../../../activities/calendars/calendarOf.js';
import { afterCommonDays, commonDaysUntil } from '../../../domain/clocks/commonDays.js';

const calendar = (timeZone: string, holidays: string) =>
  calendarOf({ timeZone, holidays, from: '2026-01-01', days: 400 });
const parties = {
  client: calendar('America/New_York', 'US-NY'),
  vendor: calendar('Europe/Warsaw', 'PL'),
};

test('given a holiday of each party within the week, then neither day counts for the clock of both', () => {
  // Wednesday 11 November 2026 is Independence Day in Poland and Veterans Day in the US; Thursday 26 is Thanksgiving.
  expect(afterCommonDays(parties, '2026-11-09T15:00:00.000Z', 7)).toBe('2026-11-20T05:00:00.000Z');
  expect(afterCommonDays(parties, '2026-11-24T15:00:00.000Z', 2)).toBe('2026-11-28T05:00:00.000Z');
  // Corpus Christi, 4 June 2026, is a holiday in Poland alone.
  expect(afterCommonDays(parties, '2026-06-03T15:00:00.000Z', 1)).toBe('2026-06-06T04:00:00.000Z');
});

test('given an evening in New York that is a night in Warsaw, then days are the client’s', () => {
  expect(afterCommonDays(parties, '2026-10-14T02:00:00.000Z', 1)).toBe('2026-10-15T04:00:00.000Z');
});

test('given a week whose clock is put back, then the day ends an hour later', () => {
  expect(afterCommonDays(parties, '2026-10-30T15:00:00.000Z', 1)).toBe('2026-11-03T05:00:00.000Z');
});

test('counts the days of both after the first and up to the last', () => {
  expect(commonDaysUntil(parties, '2026-11-09T15:00:00.000Z', '2026-11-20T04:59:59.999Z')).toBe(7);
  expect(commonDaysUntil(parties, '2026-11-13T15:00:00.000Z', '2026-11-15T15:00:00.000Z')).toBe(0);
});

test('given parties who never work on the same day, then the clock still ends', () => {
  const never = { client: { ...parties.client, weekdays: [1] }, vendor: { ...parties.vendor, weekdays: [2] } };
  expect(afterCommonDays(never, '2026-11-09T15:00:00.000Z', 1)).toBe('2032-05-02T05:00:00.000Z');
});
