import type { JsonObject } from '../../../../domain/controls/form.js';
import { say } from '../../../../domain/say.js';
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
      say('EM-3.not-all-in', { parts: ['benefits-and-employer-tax', 'equipment', 'ramp-up-and-onboarding'] }),
      say('EM-3.fee-later'),
      say('EM-3.hourly'),
    ),
  );
});

test('EM-3 is refused when the rate has risen since the case was opened', () => {
  expect(judge({ monthlyRateUsd: 14_000 }, { intake: { monthlyRateUsd: 13_500 } })).toEqual(
    refused(say('EM-3.rate-risen', { rateUsd: 14_000, openedUsd: 13_500 })),
  );
});

test('EM-3 is refused when leaving takes longer or costs more than the policy accepts', () => {
  expect(judge({ noticeDays: 61, minimumTermMonths: 13, exitFeeUsd: 13_501 })).toEqual(
    refused(
      say('EM-3.notice-too-long', { days: 61, limit: 60 }),
      say('EM-3.term-too-long', { months: 13, limit: 12 }),
      say('EM-3.exit-fee-too-high', { feeUsd: 13_501, limitUsd: 13_500 }),
    ),
  );
});

test('EM-3 is met by an all-in monthly rate with terms of leaving within the policy', () => {
  expect(judge()).toEqual(met([ref('EM-3', form)]));
  expect(judge({}, { intake: { monthlyRateUsd: 13_500 } })).toEqual(met([ref('EM-3', form)]));
});

test('EM-3 is open before the price is supplied', () => {
  expect(assess('EM-3', { numbers })).toEqual(open([say('EM-3.not-supplied')]));
});
