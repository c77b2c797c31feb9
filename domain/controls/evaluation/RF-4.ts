import type { CaseState } from '../../case/state.js';
import { type Said, say } from '../../say.js';
import { priceFaults } from '../engagement/EM-3.js';
import { PRICE_FORM } from '../engagement/priceForm.js';
import { redFlag } from './redFlag.js';
import { suppliedTo } from './supplied.js';

/** Months that were billed above the rate agreed times the engineers who worked; the rate is EM-3's, before that the intake's. */
function overbilled(state: CaseState): Said[] {
  const tolerance = state.plan.controls['RF-4']?.numbers?.tolerancePercent;
  const rateUsd = suppliedTo(state, 'EM-3', PRICE_FORM)?.monthlyRateUsd ?? state.intake.monthlyRateUsd;
  if (tolerance === undefined || rateUsd === undefined) return [];
  return Object.entries(state.invoices ?? {}).flatMap(([month, { billedUsd, engineers }]) => {
    const agreedUsd = rateUsd * engineers;
    return billedUsd <= agreedUsd * (1 + tolerance / 100)
      ? []
      : [say('RF-4.overbilled', { month, billedUsd, agreedUsd, rateUsd, engineers, tolerance })];
  });
}

/** Hidden pricing or scope creep: a price that is not all-in or may grow, or a month billed above what was agreed. */
export const RF4 = redFlag({
  id: 'RF-4',
  title: 'No hidden pricing or scope creep',
  risk: 'cost',
  nist: 'manage',
  turn: 'procurement',
  numbers: ['tolerancePercent'],
  // What was billed once was billed.
  standsUntilCleared: ({ reason }) => typeof reason !== 'string' && reason.code === 'RF-4.overbilled',
  raisedBy(state) {
    const price = suppliedTo(state, 'EM-3', PRICE_FORM);
    const hidden = price === undefined ? [] : priceFaults(state, price);
    return [
      ...(hidden.length === 0 ? [] : [{ reason: say('flags.answer-refused', { control: 'EM-3', reasons: hidden }) }]),
      ...overbilled(state).map((reason) => ({ reason })),
    ];
  },
});
