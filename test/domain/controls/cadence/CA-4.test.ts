import type { Calendar } from '../../../../domain/clocks/calendar.js';
import { say } from '../../../../domain/say.js';
import { assess, met, open, utc } from '../../../support/controls/scene.js';

/** 9 to 17 o'clock, Monday to Friday, in a zone with these offsets. */
const zone = (...offsets: [day: string, hour: string, minutes: number][]): Calendar => ({
  ...utc,
  offsets: offsets.map(([day, hour, minutes]) => ({ from: `${day}T${hour}:00.000Z`, minutes })),
});
const warsaw = zone(['2026-01-01', '00:00', 60], ['2026-03-29', '01:00', 120], ['2026-10-25', '01:00', 60]);
const newYork = zone(['2026-01-01', '00:00', -300], ['2026-03-08', '07:00', -240], ['2026-11-01', '06:00', -300]);
const kolkata = zone(['2026-01-01', '00:00', 330]);
const numbers = { minimumSharedHours: 2, minimumSharedHoursStaffAugmentation: 4 };
const judge = (client: Calendar, vendor: Calendar, now: string, change: Partial<typeof numbers> = {}) =>
  assess('CA-4', { numbers: { ...numbers, ...change }, now, state: { calendars: { client, vendor } } });
const even = (hours: string) => [1, 2, 3, 4, 5].map((d) => `${d}=${hours}`).join(',');

test('CA-4 is refused under the minimum, and says on which day and by how much', () => {
  expect(judge(newYork, kolkata, '2026-07-01T10:00:00.000Z')).toEqual(
    open([say('CA-4.too-few-hours', { weekday: 1, hours: 0, minimum: 2 })]),
  );
  expect(judge(warsaw, kolkata, '2026-07-01T10:00:00.000Z', { minimumSharedHours: 5 })).toEqual(
    open([say('CA-4.too-few-hours', { weekday: 1, hours: 4.5, minimum: 5 })], {
      // Four weeks before Warsaw sets its clocks back.
      until: '2026-09-27T01:00:00.000Z',
    }),
  );
});

test('CA-4 is refused under the stronger minimum of staff augmentation', () => {
  const calendars = { client: warsaw, vendor: newYork };
  const now = '2026-07-01T10:00:00.000Z';
  const model = { chosen: 'staff-augmentation' as const };
  expect(assess('CA-4', { numbers, now, model, state: { calendars } })).toEqual(
    open([say('CA-4.too-few-hours', { weekday: 1, hours: 2, minimum: 4 })], {
      until: expect.any(String),
    }),
  );
  expect(assess('CA-4', { numbers, now, state: { calendars } }).status).toBe('met');
});

test('CA-4 is met at the minimum, until a clock change of the coming weeks makes it another', () => {
  // From 25 October to 1 November Warsaw has set its clocks back and New York has not.
  expect(judge(newYork, warsaw, '2026-09-01T10:00:00.000Z')).toEqual(
    met([`shared-hours:${even('2')}`], '2026-10-25T01:00:00.000Z'),
  );
  expect(judge(newYork, warsaw, '2026-10-26T10:00:00.000Z')).toEqual(
    met([`shared-hours:${even('3')}`], '2026-11-01T06:00:00.000Z'),
  );
});

test('CA-4 is refused four weeks before a clock change takes too much', () => {
  expect(judge(warsaw, kolkata, '2026-09-26T10:00:00.000Z', { minimumSharedHours: 4 })).toEqual(
    met([`shared-hours:${even('4.5')}`], '2026-09-27T01:00:00.000Z'),
  );
  expect(judge(warsaw, kolkata, '2026-09-28T10:00:00.000Z', { minimumSharedHours: 4 })).toEqual(
    open([say('CA-4.too-few-hours-from', { weekday: 1, hours: 3.5, minimum: 4, from: '2026-10-25T01:00:00.000Z' })], {
      until: '2026-10-25T01:00:00.000Z',
    }),
  );
});

test('CA-4 is refused for a weekday that only one side works, and counts over the edge of the week', () => {
  const sundayToThursday = { ...utc, weekdays: [7, 1, 2, 3, 4] };
  const now = '2026-09-10T10:00:00.000Z';
  expect(judge(utc, sundayToThursday, now)).toEqual(
    open([say('CA-4.too-few-hours', { weekday: 5, hours: 0, minimum: 2 })]),
  );
  // Monday morning in Auckland is Sunday evening in UTC.
  const auckland = { ...zone(['2026-01-01', '00:00', 720]), weekdays: [1] };
  const sundayEvening = { ...utc, weekdays: [7], opensMinute: 1200, closesMinute: 1440 };
  expect(judge(sundayEvening, auckland, now)).toEqual(met(['shared-hours:7=3']));
});

test('CA-4 is open before the working time of both parties is computed', () => {
  expect(judge({ ...utc, version: 'none' }, utc, '2026-09-10T10:00:00.000Z')).toEqual(open([say('CA-4.not-computed')]));
});
