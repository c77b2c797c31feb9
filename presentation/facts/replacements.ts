import type { Credit } from '../../domain/replacement/replacement.js';
import { dayText, endText } from '../words/dates.js';
import { amount } from '../words/figures.js';
import { usd } from '../words/money.js';
import type { Narrators } from './fact.js';
import { personText } from './names.js';

type ReplacementFact =
  | 'ReplacementRequested'
  | 'ReplacementHeld'
  | 'ReplacementSlaBreached'
  | 'ReplacementFulfilled'
  | 'ReplacementWithdrawn'
  | 'HandoverRecorded';

function creditText({ daysLate, creditPercent, creditUsd }: Credit): string {
  if (daysLate === 0) return 'In time, no credit.';
  const inUsd = creditUsd === undefined ? '' : ` (${usd(creditUsd)})`;
  return `${amount(daysLate, 'business day')} late, credit ${creditPercent} % of a monthly rate${inUsd}.`;
}

/** Facts of replacements. */
export const REPLACEMENTS: Narrators<ReplacementFact> = {
  ReplacementRequested: ({ replacement, person, forCause, due, reason }, { zone }) => ({
    kind: 'replacement',
    mark: 'wait',
    text: `Replacement of ${personText(person)} requested${forCause ? ' for cause' : ''}, due before ${endText(due, zone)}`,
    why: reason,
    about: { replacement, people: [person] },
  }),
  ReplacementHeld: ({ replacement, held, due }, { zone }) => ({
    kind: 'replacement',
    mark: held ? 'wait' : 'note',
    text: held
      ? `Clock of ${replacement} stands still: the client is waited for`
      : `Clock of ${replacement} goes on, due before ${endText(due, zone)}`,
    about: { replacement },
  }),
  ReplacementSlaBreached: ({ replacement, person, creditPercentPerDay, creditMaxPercent }) => ({
    kind: 'replacement',
    mark: 'bad',
    text: `Replacement of ${personText(person)} is late`,
    why: `The credit grows by ${creditPercentPerDay} % of a monthly rate each business day, up to ${creditMaxPercent} %.`,
    about: { replacement, people: [person] },
  }),
  ReplacementFulfilled: ({ replacement, joiner, businessDays, ...credit }) => ({
    kind: 'replacement',
    mark: credit.daysLate === 0 ? 'good' : 'bad',
    text: `Replacement complete: ${personText(joiner)} may start after ${amount(businessDays, 'business day')}`,
    why: creditText(credit),
    about: { replacement, people: [joiner] },
  }),
  ReplacementWithdrawn: ({ replacement, reason, ...credit }) => ({
    kind: 'replacement',
    mark: 'note',
    text: `Replacement request withdrawn: ${replacement}`,
    why: `${reason.replace(/\.$/, '')}. ${creditText(credit)}`,
    about: { replacement },
  }),
  HandoverRecorded: ({ replacement, form }) => ({
    kind: 'replacement',
    mark: 'good',
    text: `Handover recorded for ${dayText(form.day)}: ${replacement}`,
    why: form.topics.join('; '),
    about: { replacement },
  }),
};
