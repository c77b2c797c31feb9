import { usd, usdRange } from '../../../presentation/words/money.js';

test.each([
  [0, 'USD 0'],
  [950, 'USD 950'],
  [13_500, 'USD 13,500'],
  [1_234_567, 'USD 1,234,567'],
  [-7_000, '−USD 7,000'],
])('given %d, when it is read, then it reads %s', (amount, read) => {
  expect(usd(amount)).toBe(read);
});

test('given a range, when it is read, then one figure stands for two that are the same', () => {
  expect(usdRange({ lowUsd: 950, highUsd: 13_500 })).toBe('USD 950 to USD 13,500');
  expect(usdRange({ lowUsd: -950, highUsd: -950 })).toBe('−USD 950');
});
