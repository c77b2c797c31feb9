import type { CaseState } from '../../case/state.js';
import { type Said, say } from '../../say.js';
import { conclude, notSupplied, numberOf, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { ALL_IN, PRICE_FORM } from './priceForm.js';

type Price = FormOf<typeof PRICE_FORM>;

/** Where the price is not all-in, or may grow; RF-4 is raised from it. */
export function priceFaults(state: CaseState, price: Price): Said[] {
  const left = ALL_IN.filter((part) => !price.covers.includes(part));
  const opened = state.intake.monthlyRateUsd ?? price.monthlyRateUsd;
  return [
    ...unless(left.length === 0, say('EM-3.not-all-in', { parts: left })),
    ...unless(!price.feesLater, say('EM-3.fee-later')),
    ...unless(price.quoted === 'per-month', say('EM-3.hourly')),
    ...unless(
      price.monthlyRateUsd <= opened,
      say('EM-3.rate-risen', { rateUsd: price.monthlyRateUsd, openedUsd: opened }),
    ),
  ];
}

/** Where leaving takes longer or costs more than the policy accepts. */
function exitFaults(scene: Scene, price: Price): Said[] {
  const notice = numberOf(scene, 'noticeMaxDays');
  const term = numberOf(scene, 'minimumTermMaxMonths');
  const fee = numberOf(scene, 'exitFeeMaxMonths') * price.monthlyRateUsd;
  return [
    ...unless(price.noticeDays <= notice, say('EM-3.notice-too-long', { days: price.noticeDays, limit: notice })),
    ...unless(
      price.minimumTermMonths <= term,
      say('EM-3.term-too-long', { months: price.minimumTermMonths, limit: term }),
    ),
    ...unless(price.exitFeeUsd <= fee, say('EM-3.exit-fee-too-high', { feeUsd: price.exitFeeUsd, limitUsd: fee })),
  ];
}

/** A price that is known whole from the start, set beside the loaded cost in-house by `costOf`. */
export const EM3 = defineControl({
  id: 'EM-3',
  title: 'The price is all-in and predictable, and compared with the in-house cost',
  area: 'engagement',
  risk: 'cost',
  nist: 'govern',
  subject: 'case',
  form: PRICE_FORM,
  // The first three are hints for EM-1 and the cost page; no price is refused for them.
  numbers: [
    'inHouseLowUsd',
    'inHouseHighUsd',
    'managedTeamFromUsd',
    'noticeMaxDays',
    'minimumTermMaxMonths',
    'exitFeeMaxMonths',
  ],
  facts: ['InvoiceRecorded'],
  suppliedBy: ['procurement', 'executive'],
  assess(price, scene) {
    if (price === undefined) return notSupplied(scene, say('EM-3.not-supplied'));
    return conclude(scene, [...priceFaults(scene.state, price), ...exitFaults(scene, price)]);
  },
});
