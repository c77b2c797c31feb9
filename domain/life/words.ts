import type { CaseOutcome } from '../case/state.js';

/** How a case ended, as texts say it. */
export const OUTCOME_WORDS: Record<CaseOutcome, string> = {
  completed: 'The engagement is completed',
  'walked-away': 'The client walks away from the vendor',
  cancelled: 'The engagement is cancelled',
};
