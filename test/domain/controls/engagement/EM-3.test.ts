import type { JsonObject } from '../../../../domain/controls/form.js';
import { assess, met, open, ref, refused, type World } from '../../../support/controls/scene.js';

const numbers = { noticeMaxDays: 60, minimumTermMaxMonths: 12, exitFeeMaxMonths: 1 };
const form = {
  monthlyRateUsd: 13_500,
  covers: ['pay', 'benefits-and-employer-tax', 'recruiting', 'equipment', 'ramp-up-and-onboarding'],
  feesLater: false,
  quoted: 'per-month',
  noticeDays: 60,
  minimumTermMonths: 12,
  exitFeeUsd: 13_500,
  inHouse: { baseUsd: 210_000, equityUsd: 60_000, recruiterUsd: 20_000, benefitsUsd: 30_000, employerTaxUsd: 16_000 },
  managementMonthlyUsd: 1_000,
};
const judge = (change: JsonObject = {}, world: World = {}) =>
  assess('EM-3', { form: { ...form, ...change }, numbers, ...world });

test('EM-3 is refused when the rate is not all-in, or may grow', () => {
  expect(judge({ covers: ['pay', 'recruiting', 'team-lead'], feesLater: true, quoted: 'per-hour' })).toEqual(
    refused(
      'The rate does not cover benefits-and-employer-tax, equipment, ramp-up-and-onboarding; an all-in rate does.',
      'A fee is added later; the rate has to have everything in it.',
      'The price is quoted per hour and grows with them; have it per month.',
    ),
  );
});

test('EM-3 is refused when the rate has risen since the case was opened', () => {
  expect(judge({ monthlyRateUsd: 14_000 }, { intake: { monthlyRateUsd: 13_500 } })).toEqual(
    refused('The rate is USD 14,000 and the case was opened with USD 13,500; have it brought back to that.'),
  );
});

test('EM-3 is refused when leaving takes longer or costs more than the policy accepts', () => {
  expect(judge({ noticeDays: 61, minimumTermMonths: 13, exitFeeUsd: 13_501 })).toEqual(
    refused(
      'Notice takes 61 days; the policy accepts 60 at most.',
      'The minimum term is 13 months; the policy accepts 12 at most.',
      'Leaving costs USD 13,501; the policy accepts USD 13,500 at most.',
    ),
  );
});

test('EM-3 is met by an all-in monthly rate with terms of leaving within the policy', () => {
  expect(judge()).toEqual(met([ref('EM-3', form)]));
  expect(judge({}, { intake: { monthlyRateUsd: 13_500 } })).toEqual(met([ref('EM-3', form)]));
});

test('EM-3 is open before the price is supplied', () => {
  expect(assess('EM-3', { numbers })).toEqual(open(['Price and terms of leaving are not supplied yet.']));
});
