import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import type { Credit } from '../replacement/replacement.js';
import { nameOf } from '../tasks/task.js';

type ReplacementFact = Extract<
  CaseEvent,
  { type: 'ReplacementRequested' | 'ReplacementSlaBreached' | 'ReplacementFulfilled' | 'ReplacementWithdrawn' }
>;

const usd = (amount: number | undefined): string => (amount === undefined ? '' : `, ${amount} US dollars`);

const creditWords = ({ daysLate, creditPercent, creditUsd }: Credit): string =>
  daysLate === 0
    ? 'There is no credit.'
    : `It is ${daysLate} late; the credit is ${creditPercent} % of a monthly rate${usd(creditUsd)}.`;

/** What both parties are told about a replacement (RP-1). */
export function replacementWords(state: CaseState, event: ReplacementFact): { title: string; why: string } {
  switch (event.type) {
    case 'ReplacementRequested': {
      const { slaBusinessDays } = event.terms;
      const leaves = event.forCause ? ' The access of the person ends now.' : '';
      return {
        title: `A replacement of ${nameOf(event.person)} is asked for, due before ${event.due}`,
        why: `${event.reason.replace(/\.$/, '')}. The clock runs from now on, ${slaBusinessDays} business days of both parties, at no extra cost.${leaves}`,
      };
    }
    case 'ReplacementSlaBreached':
      return {
        title: `The replacement of ${nameOf(event.person)} is late`,
        why: `It was due before ${event.due}. A credit of ${event.creditPercentPerDay} % of a monthly rate grows with each business day, up to ${event.creditMaxPercent} %, until somebody may start.`,
      };
    case 'ReplacementFulfilled': {
      const leaver = state.replacements?.[event.replacement]?.leaver;
      return {
        title: `${nameOf(event.joiner)} may start${leaver === undefined ? '' : ` in the place of ${nameOf(leaver)}`}`,
        why: `It took ${event.businessDays} business days. ${creditWords(event)}`,
      };
    }
    case 'ReplacementWithdrawn': {
      const leaver = state.replacements?.[event.replacement]?.leaver;
      return {
        title: `Nobody is wanted any more in the place of ${leaver === undefined ? event.replacement : nameOf(leaver)}`,
        why: `${event.reason.replace(/\.$/, '')}. ${creditWords(event)}`,
      };
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}
