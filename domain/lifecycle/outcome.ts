import type { CaseOutcome, CaseState } from '../case/state.js';

/** How a case that is closing or closed ended; undefined while it is open. */
export const outcomeOf = ({ closedReason, closedOutcome }: CaseState): CaseOutcome | undefined =>
  closedReason === undefined ? undefined : (closedOutcome ?? 'completed');
