import { redFlag } from './redFlag.js';

/** Hidden pricing or scope creep: a month was billed above the rate agreed, times the engineers who worked. */
export const RF4 = redFlag({
  id: 'RF-4',
  title: 'No hidden pricing or scope creep',
  risk: 'cost',
  nist: 'manage',
  on: 'the price',
  turn: 'procurement',
  numbers: ['tolerancePercent'],
  raisedBy(state) {
    const tolerance = state.plan.controls['RF-4']?.numbers.tolerancePercent;
    const { monthlyRateUsd: rate } = state.intake;
    if (tolerance === undefined || rate === undefined) return [];
    return Object.entries(state.invoices ?? {}).flatMap(([month, { billedUsd, engineers }]) => {
      const agreed = rate * engineers;
      if (billedUsd <= agreed * (1 + tolerance / 100)) return [];
      const reason = `${month} was billed at USD ${billedUsd}; agreed are USD ${rate} a month for each of ${engineers} engineers, USD ${agreed}, with ${tolerance} % of tolerance.`;
      return [{ reason }];
    });
  },
});
