import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { nameOf } from '../tasks/task.js';

type ReplacementFact = Extract<
  CaseEvent,
  { type: 'ReplacementRequested' | 'ReplacementSlaBreached' | 'ReplacementFulfilled' }
>;

const usd = (amount: number | undefined): string => (amount === undefined ? '' : `, ${amount} US dollars`);

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
      const late =
        event.daysLate === 0
          ? 'There is no credit.'
          : `It is ${event.daysLate} late; the credit is ${event.creditPercent} % of a monthly rate${usd(event.creditUsd)}.`;
      return {
        title: `${nameOf(event.joiner)} may start${leaver === undefined ? '' : ` in the place of ${nameOf(leaver)}`}`,
        why: `It took ${event.businessDays} business days. ${late}`,
      };
    }
    default: {
      const never: never = event;
      return never;
    }
  }
}
