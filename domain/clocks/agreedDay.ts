import type { CaseState } from '../case/state.js';
import { isClient } from '../controls/sides.js';
import type { SettledTerms } from '../controls/terms.js';
import type { Day } from '../time.js';

/**
 * The day that holds once new terms of the engagement model name another one: what the vendor has supplied moves it where
 * somebody of the client's has decided on it, and what the client has supplied never moves it to an earlier day.
 */
export function dayByTerms(state: CaseState, { by, decided }: SettledTerms, held: Day | undefined, named: Day): Day {
  if (held === undefined) return named;
  if (isClient(state, by)) return named > held ? named : held;
  return decided ? named : held;
}
