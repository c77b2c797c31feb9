import type { Intake } from '../../../../domain/case/intake.js';
import type { JsonObject } from '../../../../domain/controls/form.js';
import { say } from '../../../../domain/say.js';
import { flag, judge, raisedIn } from '../../../support/controls/flagged.js';
import { met, open, planned, type World } from '../../../support/controls/scene.js';

test('RF-4 is refused its clearance while the flag is open: it is the turn of procurement', () => {
  expect(judge('RF-4', flag('RF-4'))).toEqual(
    open([say('flags.open', { flag: 'RF-4', reason: 'It does not do.' })], { turn: 'procurement' }),
  );
});

test('RF-4 is met when the flag was never raised or is cleared', () => {
  expect(judge('RF-4')).toEqual(met(['flag:RF-4']));
  expect(judge('RF-4', flag('RF-4', { status: 'cleared' }))).toEqual(met(['flag:RF-4']));
});

const billed = (billedUsd: number, rate: Partial<Intake> = { monthlyRateUsd: 13_500 }, world: World = {}) =>
  raisedIn('RF-4', {
    ...world,
    numbers: { tolerancePercent: 5 },
    intake: rate,
    state: { invoices: { '2026-09': { billedUsd, engineers: 2 } } },
  });

test('given a month billed within the tolerance, or no rate agreed, then RF-4 is not raised', () => {
  expect(billed(28_350)).toEqual([]);
  expect(billed(99_000, {})).toEqual([]);
});

test('given a month billed above the rate agreed and the tolerance, then RF-4 is raised with the sum', () => {
  expect(billed(28_351)).toEqual([
    {
      reason: say('RF-4.overbilled', {
        month: '2026-09',
        billedUsd: 28_351,
        agreedUsd: 27_000,
        rateUsd: 13_500,
        engineers: 2,
        tolerance: 5,
      }),
    },
  ]);
});

const price = {
  monthlyRateUsd: 12_000,
  covers: ['pay', 'benefits-and-employer-tax', 'recruiting', 'equipment', 'ramp-up-and-onboarding'],
  feesLater: false,
  quoted: 'per-month',
  noticeDays: 400,
  minimumTermMonths: 60,
  exitFeeUsd: 90_000,
  inHouse: { baseUsd: 1, equityUsd: 1, recruiterUsd: 1, benefitsUsd: 1, employerTaxUsd: 1 },
  managementMonthlyUsd: 0,
};
const priced = (change: JsonObject): World => ({
  controls: { 'EM-3': planned('EM-3') },
  evidence: { 'EM-3': { ...price, ...change } },
});

test('given a price per hour or with fees later, then RF-4 is raised; terms of leaving do not raise it', () => {
  expect(raisedIn('RF-4', priced({ feesLater: true, quoted: 'per-hour' }))).toEqual([
    {
      reason: say('flags.answer-refused', {
        control: 'EM-3',
        reasons: [say('EM-3.fee-later'), say('EM-3.hourly')],
      }),
    },
  ]);
  expect(raisedIn('RF-4', priced({}))).toEqual([]);
});

test('given a rate agreed under EM-3, then invoices are held against that one', () => {
  expect(billed(25_201, { monthlyRateUsd: 13_500 }, priced({}))).toEqual([
    {
      reason: say('RF-4.overbilled', {
        month: '2026-09',
        billedUsd: 25_201,
        agreedUsd: 24_000,
        rateUsd: 12_000,
        engineers: 2,
        tolerance: 5,
      }),
    },
  ]);
});
