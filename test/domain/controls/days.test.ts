import { plusMonths, spansMonths } from '../../../domain/controls/days.js';

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2027-12-31', 2, '2028-02-29'],
  ['2026-03-31', 12, '2027-03-31'],
  ['2026-11-15', 3, '2027-02-15'],
] as const)('%s and %i months make %s', (day, months, then) => {
  expect(plusMonths(day, months)).toBe(then);
});

test('a period counts both of its days', () => {
  expect(spansMonths('2026-01-01', '2026-06-30', 6)).toBe(true);
  expect(spansMonths('2026-01-01', '2026-06-29', 6)).toBe(false);
  expect(spansMonths('2026-02-15', '2026-05-14', 3)).toBe(true);
});
