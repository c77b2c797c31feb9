import type { CaseState } from '../../case/state.js';
import { priceFaults } from '../engagement/EM-3.js';
import { PRICE_FORM } from '../engagement/priceForm.js';
import { redFlag } from './redFlag.js';
import { suppliedTo } from './supplied.js';

/** Months that were billed above the rate agreed times the engineers who worked; the rate is EM-3's, before that the intake's. */
function overbilled(state: CaseState): string[] {
  const tolerance = state.plan.controls['RF-4']?.numbers?.tolerancePercent;
  const rate = suppliedTo(state, 'EM-3', PRICE_FORM)?.monthlyRateUsd ?? state.intake.monthlyRateUsd;
  if (tolerance === undefined || rate === undefined) return [];
  return Object.entries(state.invoices ?? {}).flatMap(([month, { billedUsd, engineers }]) => {
    const agreed = rate * engineers;
    return billedUsd <= agreed * (1 + tolerance / 100)
      ? []
      : [
          `${month} was billed at USD ${billedUsd}; agreed are USD ${rate} a month for each of ${engineers} engineers, USD ${agreed}, with ${tolerance} % of tolerance.`,
        ];
  });
}

/** Hidden pricing or scope creep: a price that is not all-in or may grow, or a month billed above what was agreed. */
export const RF4 = redFlag({
  id: 'RF-4',
  title: 'No hidden pricing or scope creep',
  risk: 'cost',
  nist: 'manage',
  on: 'the price',
  turn: 'procurement',
  numbers: ['tolerancePercent'],
  raisedBy(state) {
    const price = suppliedTo(state, 'EM-3', PRICE_FORM);
    const hidden = price === undefined ? [] : priceFaults(state, price);
    return [
      ...(hidden.length === 0 ? [] : [{ reason: `EM-3: ${hidden.join(' ')}` }]),
      ...overbilled(state).map((reason) => ({ reason })),
    ];
  },
});
