import { say } from '../../say.js';
import { replacementOfferOf } from './offer.js';
import { redFlag } from './redFlag.js';

/** No guarantee that an engineer who leaves is replaced. */
export const RF5 = redFlag({
  id: 'RF-5',
  title: 'A guarantee of replacement',
  risk: 'continuity',
  nist: 'govern',
  turn: 'procurement',
  raisedBy(state) {
    const terms = replacementOfferOf(state);
    if (terms === undefined) return [];
    if (!terms.promised)
      return [{ reason: say('flags.answer-refused', { control: 'PE-5', reasons: [say('PE-5.not-promised')] }) }];
    return terms.slaBusinessDays === undefined
      ? [{ reason: say('flags.answer-refused', { control: 'PE-5', reasons: [say('PE-5.no-days')] }) }]
      : [];
  },
});
