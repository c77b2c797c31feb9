import type { Instant } from '../time.js';
import type { CaseEvent } from './events.js';
import type { CaseState } from './state.js';

/**
 * One set of facts that rules and time make true.
 *
 * 1. `facts` returns what is true at `now` and not on the record yet; folding them in makes `facts` return nothing for the same instant.
 * 2. `agenda` returns every later instant at which `facts` may have something to say without any command coming in.
 */
export type Clockwork = {
  name: string;
  facts(state: CaseState, now: Instant): CaseEvent[];
  agenda(state: CaseState, now: Instant): Instant[];
};
