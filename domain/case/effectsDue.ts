import type { Instant } from '../time.js';
import type { Effect } from './effects.js';
import type { CaseState } from './state.js';

/** The effects that the record asks for at `now`. */
export function effectsDue(_state: CaseState, _now: Instant): Effect[] {
  return [];
}
