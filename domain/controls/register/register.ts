import type { CaseState } from '../../case/state.js';
import { byIdentity } from '../../memoize.js';
import { answersOf, FEEDERS } from './answers.js';
import type { Register } from './entry.js';
import { keptOf, materialsOf } from './materials.js';
import { partiesOf } from './parties.js';
import { placesOf } from './places.js';
import { toolsOf } from './tools.js';

/** The register of the case: who and what is there by the case file, the roster and the answers in force, each entry with where it comes from. */
export const registerOf = byIdentity((state: CaseState): Register => {
  const tools = toolsOf(state);
  const parties = partiesOf(state, tools);
  return {
    answered: FEEDERS.filter((id) => answersOf(state, id) !== undefined),
    parties,
    tools,
    materials: materialsOf(state),
    kept: keptOf(state),
    places: placesOf(state, parties, tools),
  };
});
