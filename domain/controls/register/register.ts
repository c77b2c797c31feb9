import type { CaseState } from '../../case/state.js';
import { answersOf, FEEDERS } from './answers.js';
import type { Register } from './entry.js';
import { keptOf, materialsOf } from './materials.js';
import { partiesOf } from './parties.js';
import { placesOf } from './places.js';
import { toolsOf } from './tools.js';

const known = new WeakMap<CaseState, Register>();

/** The register of the case: who and what is there by the case file, the roster and the answers in force, each entry with where it comes from. */
export function registerOf(state: CaseState): Register {
  const before = known.get(state);
  if (before !== undefined) return before;
  const tools = toolsOf(state);
  const parties = partiesOf(state, tools);
  const register = {
    answered: FEEDERS.filter((id) => answersOf(state, id) !== undefined),
    parties,
    tools,
    materials: materialsOf(state),
    kept: keptOf(state),
    places: placesOf(state, parties, tools),
  };
  known.set(state, register);
  return register;
}
