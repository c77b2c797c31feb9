import { calendarOf } from '../../activities/calendars/calendarOf.js';
import { loadCalendars } from '../../activities/loadCalendars.js';

const context = { caseId: 'c-1', caseTime: '2026-09-01T08:00:00.000Z', clockOffsetMs: 0 };
const request = { timeZone: 'Europe/Warsaw', holidays: 'PL', from: '2026-09-01', days: 400 };

test('Poland from September 2026: its offsets with both changes of the clock, and its public holidays', () => {
  const calendar = calendarOf(request);
  expect(calendar).toMatchObject({ from: '2026-09-01', through: '2027-10-05', weekdays: [1, 2, 3, 4, 5] });
  expect(calendar.version).toMatch(/^date-holidays \d+\.\d+\.\d+, PL$/);
  expect(calendar.offsets.map(({ from, minutes }) => [from.slice(0, 13), minutes])).toEqual([
    ['2026-08-31T00', 120],
    ['2026-10-25T01', 60],
    ['2027-03-28T01', 120],
  ]);
  expect(calendar.holidays.filter((day) => day < '2027-01-10')).toEqual([
    '2026-11-01',
    '2026-11-11',
    ...(calendar.holidays.includes('2026-12-24') ? ['2026-12-24'] : []),
    '2026-12-25',
    '2026-12-26',
    '2027-01-01',
    '2027-01-06',
  ]);
});

test('a state of the US has its own days, and observed days count', () => {
  const { holidays, offsets } = calendarOf({
    timeZone: 'America/New_York',
    holidays: 'US-NY',
    from: '2026-06-01',
    days: 220,
  });
  expect(holidays).toEqual(expect.arrayContaining(['2026-07-03', '2026-09-07', '2026-11-26', '2026-12-25']));
  expect(offsets.map(({ minutes }) => minutes)).toEqual([-240, -300]);
});

test('Kolkata: half an hour counts, and no change of the clock', () => {
  expect(calendarOf({ ...request, timeZone: 'Asia/Kolkata', holidays: 'PL' }).offsets).toEqual([
    { from: '2026-08-31T00:00:00.000Z', minutes: 330 },
  ]);
});

test.each([
  ['IL', [1, 2, 3, 4, 7]],
  ['EG', [1, 2, 3, 4, 7]],
  ['MY-03', [1, 2, 3, 4, 7]],
  ['AE', [1, 2, 3, 4, 5]],
  ['MY-14', [1, 2, 3, 4, 5]],
])('the weekdays worked in %s are %j', (holidays, weekdays) => {
  expect(calendarOf({ ...request, holidays }).weekdays).toEqual(weekdays);
});

test('days off of a party’s own are holidays beside those of its region', () => {
  const { holidays } = calendarOf({ ...request, days: 100, daysOff: ['2026-12-31', '2026-11-11', '2030-01-01'] });
  expect(holidays.filter((day) => day > '2026-11-02' && day < '2026-12-09')).toEqual(['2026-11-11']);
  const own = calendarOf({ ...request, daysOff: ['2026-11-10'] }).holidays;
  expect(own).toContain('2026-11-10');
});

test.each([
  [{ timeZone: 'Mars/Olympus' }, { code: 'calendars.unknown-zone', timeZone: 'Mars/Olympus' }],
  [{ holidays: 'XX' }, { code: 'calendars.unknown-region', region: 'XX' }],
  [{ holidays: 'US-QQ' }, { code: 'calendars.unknown-region', region: 'US-QQ' }],
])('an unknown place %j is an answer that names it', async (change, said) => {
  const effect = { id: 'e', kind: 'load-calendars' as const, client: { ...request, ...change }, vendor: request };
  expect(await loadCalendars(effect, context)).toEqual({ kind: 'calendars-failed', said });
});
