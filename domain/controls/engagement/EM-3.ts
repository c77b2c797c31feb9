import type { CaseState } from '../../case/state.js';
import type { Why } from '../../say.js';
import { conclude, notSupplied, numberOf, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { usd } from './cost.js';
import { ALL_IN, PRICE_FORM } from './priceForm.js';

type Price = FormOf<typeof PRICE_FORM>;

/** Where the price is not all-in, or may grow; RF-4 is raised from it. */
export function priceFaults(state: CaseState, price: Price): Why[] {
  const left = ALL_IN.filter((part) => !price.covers.includes(part));
  const opened = state.intake.monthlyRateUsd ?? price.monthlyRateUsd;
  return [
    ...unless(left.length === 0, `The rate does not cover ${left.join(', ')}; an all-in rate does.`),
    ...unless(!price.feesLater, 'A fee is added later; the rate has to have everything in it.'),
    ...unless(price.quoted === 'per-month', 'The price is quoted per hour and grows with them; have it per month.'),
    ...unless(
      price.monthlyRateUsd <= opened,
      `The rate is ${usd(price.monthlyRateUsd)} and the case was opened with ${usd(opened)}; have it brought back to that.`,
    ),
  ];
}

/** Where leaving takes longer or costs more than the policy accepts. */
function exitFaults(scene: Scene, price: Price): Why[] {
  const notice = numberOf(scene, 'noticeMaxDays');
  const term = numberOf(scene, 'minimumTermMaxMonths');
  const fee = numberOf(scene, 'exitFeeMaxMonths') * price.monthlyRateUsd;
  return [
    ...unless(
      price.noticeDays <= notice,
      `Notice takes ${price.noticeDays} days; the policy accepts ${notice} at most.`,
    ),
    ...unless(
      price.minimumTermMonths <= term,
      `The minimum term is ${price.minimumTermMonths} months; the policy accepts ${term} at most.`,
    ),
    ...unless(
      price.exitFeeUsd <= fee,
      `Leaving costs ${usd(price.exitFeeUsd)}; the policy accepts ${usd(fee)} at most.`,
    ),
  ];
}

/** A price that is known whole from the start, set beside the loaded cost in-house by `costOf`. */
export const EM3 = defineControl({
  id: 'EM-3',
  title: 'The price is all-in and predictable, and set beside the cost in-house',
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
  suppliedBy: ['procurement', 'executive'],
  assess(price, scene) {
    if (price === undefined) return notSupplied(scene, 'Price and terms of leaving are not supplied yet.');
    return conclude(scene, [...priceFaults(scene.state, price), ...exitFaults(scene, price)]);
  },
});
