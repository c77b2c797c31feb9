import { redFlag } from './redFlag.js';

/** No guarantee that an engineer who leaves is replaced. */
export const RF5 = redFlag({
  id: 'RF-5',
  title: 'A guarantee of replacement',
  risk: 'continuity',
  nist: 'govern',
  on: 'the replacement guarantee',
  turn: 'procurement',
});
