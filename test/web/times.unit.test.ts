import { near } from '../../web/kit/times.js';

/** An instant of September 2026 in the zone of whoever reads. */
const at = (day: number, hour: number, minute = 0) => new Date(2026, 8, day, hour, minute).toISOString();

test('what is due with midnight ends the day before; what is over, or comes a minute later, is told as it is', () => {
  const from = Date.parse(at(1, 8));
  const told = [at(2, 0), at(3, 0), at(5, 0), at(15, 0), at(1, 0), at(2, 0, 1), at(2, 17)].map((one) =>
    near(one, from),
  );
  expect(told.map((one) => one.replace('Sept', 'Sep'))).toEqual([
    'today 24:00',
    'tomorrow 24:00',
    'Fri 24:00',
    expect.stringMatching(/^(14 Sep|Sep 14)$/),
    expect.stringMatching(/^today (00:00|12:00.AM|24:00)$/),
    expect.stringMatching(/^tomorrow (00:01|12:01.AM|24:01)$/),
    expect.stringMatching(/^tomorrow (17:00|05:00.PM)$/),
  ]);
});
