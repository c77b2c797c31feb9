import { minutesText, shareGone, timeLeft } from '../../web/screens/incidents/timeLeft.js';
import { plotOf } from '../../web/screens/running/plot.js';

const reading = (day: number, value: number, missed = false) => ({
  at: `2026-09-0${day}T08:00:00.000Z`,
  value,
  missed,
});

test('readings lie between the margins by time and value, beside their target', () => {
  expect(plotOf([reading(1, 80, true), reading(2, 90), reading(3, 100)], 90, 112, 32)).toEqual({
    points: [
      { x: 6, y: 26, missed: true },
      { x: 56, y: 16, missed: false },
      { x: 106, y: 6, missed: false },
    ],
    targetY: 16,
  });
});

test('given one value at one time, then all lies in the middle', () => {
  expect(plotOf([reading(1, 90)], 90, 100, 40)).toEqual({ points: [{ x: 50, y: 20, missed: false }], targetY: 20 });
});

const NOW = '2026-09-07T10:00:00.000Z';
test.each([
  ['2026-09-07T10:30:00.000Z', '30 min left'],
  ['2026-09-08T09:10:00.000Z', '23 h 10 min left'],
  ['2026-09-10T09:00:00.000Z', '71 h left'],
  ['2026-09-10T10:00:00.000Z', '3 days left'],
  ['2026-09-07T07:55:00.000Z', '2 h 5 min over'],
])('of a clock until %s there is %s', (due, text) => {
  expect(timeLeft(due, NOW)).toBe(text);
});

test('minutes and shares are told within their bounds', () => {
  expect([minutesText(0), minutesText(61), minutesText(180)]).toEqual(['1 min', '1 h 1 min', '3 h']);
  expect([
    shareGone('2026-09-07T09:00:00.000Z', '2026-09-07T11:00:00.000Z', NOW),
    shareGone('2026-09-07T07:00:00.000Z', '2026-09-07T09:00:00.000Z', NOW),
    shareGone(NOW, NOW, NOW),
  ]).toEqual([0.5, 1, 1]);
});
