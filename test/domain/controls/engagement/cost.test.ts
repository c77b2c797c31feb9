import { costOf } from '../../../../domain/controls/engagement/cost.js';

const inHouse = {
  baseUsd: 210_000,
  equityUsd: 60_000,
  recruiterUsd: 20_000,
  benefitsUsd: 30_000,
  employerTaxUsd: 16_000,
};

test('given the five parts and a rate, then the client pays its own management on top and saves the rest', () => {
  expect(costOf({ monthlyRateUsd: 13_500, managementMonthlyUsd: 1_000 }, inHouse)).toEqual({
    inHouseMonthlyUsd: 28_000,
    vendorMonthlyUsd: 14_500,
    savingMonthlyUsd: 13_500,
    savingPercent: 48.2,
  });
});

test('given a vendor who costs more, then the saving is negative', () => {
  expect(costOf({ monthlyRateUsd: 30_000, managementMonthlyUsd: 5_000 }, inHouse)).toEqual({
    inHouseMonthlyUsd: 28_000,
    vendorMonthlyUsd: 35_000,
    savingMonthlyUsd: -7_000,
    savingPercent: -25,
  });
});

test('given nothing in-house to compare with, then there is no share', () => {
  const none = { baseUsd: 0, equityUsd: 0, recruiterUsd: 0, benefitsUsd: 0, employerTaxUsd: 0 };
  expect(costOf({ monthlyRateUsd: 13_500, managementMonthlyUsd: 0 }, none).savingPercent).toBe(0);
});
