import { recommendModel } from '../../../../domain/controls/engagement/recommend.js';
import { intake } from '../../../support/controls/scene.js';

const prices = {
  inHouseLow: { usd: 22_000, source: 'Levels.fyi 2026' },
  inHouseHigh: { usd: 38_000, source: 'Levels.fyi 2026' },
  managedTeamFrom: { usd: 13_500, source: 'Vendor quotes 2026' },
};
const last = (monthlyRateUsd: number) => recommendModel({ ...intake, monthlyRateUsd }, prices).reasons.at(-1);
const tail =
  'the USD 22,000 to USD 38,000 that a senior AI engineer costs in-house in the US (Levels.fyi 2026); managed teams start at USD 13,500 (Vendor quotes 2026).';

test("given the policy's prices, then the rate is set beside them with their source", () => {
  expect(last(13_500)).toBe(`USD 13,500 per engineer and month is below ${tail}`);
  expect(last(22_000)).toBe(`USD 22,000 per engineer and month is within ${tail}`);
  expect(last(40_000)).toBe(`USD 40,000 per engineer and month is above ${tail}`);
});

test('given no prices in the policy or no rate in the intake, then there is no hint', () => {
  const reasons = ['Management time in-house is limited.', 'An outcome is needed within weeks.'];
  expect(recommendModel({ ...intake, monthlyRateUsd: 13_500 }).reasons).toEqual(reasons);
  expect(recommendModel(intake, prices).reasons).toEqual(reasons);
});
