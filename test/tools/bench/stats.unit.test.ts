import { median, quantile, spread } from '../../../tools/bench/stats.js';

test.each([
  [[], Number.NaN],
  [[7], 7],
  [[3, 1], 2],
  [[9, 1, 2], 2],
  [[10, 1, 4, 2], 3],
])('the median of %j is %d', (samples, middle) => {
  expect(median(samples)).toBe(middle);
});

test('a quantile is the value of its rank', () => {
  expect([quantile([4, 3, 2, 1], 0.25), quantile([4, 3, 2, 1], 0.99), quantile([], 0.5)]).toEqual([1, 4, Number.NaN]);
  expect(spread([4, 3, 2, 1])).toEqual({ p50: 2.5, p99: 4 });
});
