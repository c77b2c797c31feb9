import type { CaseOutcome, CaseState } from '../case/state.js';

/** How a case ended, as texts say it. */
export const OUTCOME_WORDS: Record<CaseOutcome, string> = {
  completed: 'The engagement is completed',
  'walked-away': 'The client walks away from the vendor',
  cancelled: 'The engagement is cancelled',
};

/** How a case that is closing or closed ended; undefined while it is open. */
export const outcomeOf = ({ closedReason, closedOutcome }: CaseState): CaseOutcome | undefined =>
  closedReason === undefined ? undefined : (closedOutcome ?? 'completed');
