import type { Intake } from '../../../../domain/case/intake.js';
import { met, open } from '../scene.js';
import { flag, judge, raisedIn } from './flagged.js';

test('RF-4 is refused its clearance while the flag is open: it is the turn of procurement', () => {
  expect(judge('RF-4', flag('RF-4'))).toEqual(
    open(['The red flag on the price is open: It does not do.'], { turn: 'procurement' }),
  );
});

test('RF-4 is met when the flag was never raised or is cleared', () => {
  expect(judge('RF-4')).toEqual(met(['flag:RF-4']));
  expect(judge('RF-4', flag('RF-4', { status: 'cleared' }))).toEqual(met(['flag:RF-4']));
});

const billed = (billedUsd: number, rate: Partial<Intake> = { monthlyRateUsd: 13_500 }) =>
  raisedIn('RF-4', {
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
      reason:
        '2026-09 was billed at USD 28351; agreed are USD 13500 a month for each of 2 engineers, USD 27000, with 5 % of tolerance.',
    },
  ]);
});
