import { REPLACEMENT_FORM } from './PE-5.js';
import { redFlag } from './redFlag.js';
import { suppliedTo } from './supplied.js';

/** No guarantee that an engineer who leaves is replaced. */
export const RF5 = redFlag({
  id: 'RF-5',
  title: 'A guarantee of replacement',
  risk: 'continuity',
  nist: 'govern',
  on: 'the replacement guarantee',
  turn: 'procurement',
  raisedBy(state) {
    const terms = suppliedTo(state, 'PE-5', REPLACEMENT_FORM);
    if (terms === undefined) return [];
    if (!terms.promised) return [{ reason: 'PE-5: no replacement is promised.' }];
    return terms.slaBusinessDays === undefined
      ? [{ reason: 'PE-5: replacement is promised within no number of business days.' }]
      : [];
  },
});
