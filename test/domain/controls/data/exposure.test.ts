import { exposureOf } from '../../../../domain/controls/data/exposure.js';

const figures = (revenue: number) =>
  exposureOf(revenue).map((t) => [t.article, t.fixedEur, t.percent, t.shareEur, t.maximumEur]);

test('given a small group, then the fixed amounts are the most that can be fined', () => {
  expect(figures(100_000_000)).toEqual([
    ['Art. 83(4) GDPR', 10_000_000, 2, 2_000_000, 10_000_000],
    ['Art. 83(5) GDPR', 20_000_000, 4, 4_000_000, 20_000_000],
  ]);
});

test('given a large group, then the shares of its turnover are', () => {
  expect(figures(2_400_000_000)).toEqual([
    ['Art. 83(4) GDPR', 10_000_000, 2, 48_000_000, 48_000_000],
    ['Art. 83(5) GDPR', 20_000_000, 4, 96_000_000, 96_000_000],
  ]);
});

test('given a turnover of EUR 500 million, then amount and share are the same', () => {
  expect(exposureOf(500_000_000).map((t) => t.maximumEur)).toEqual([10_000_000, 20_000_000]);
  expect(exposureOf(500_000_100).map((t) => t.maximumEur)).toEqual([10_000_002, 20_000_004]);
});
