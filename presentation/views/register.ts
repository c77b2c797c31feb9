import type { Registered } from '../../contract/register.js';
import type { CaseState } from '../../domain/case/state.js';
import { disagreementsOf, newDisagreements } from '../../domain/controls/register/disagreements.js';
import type { Disagreement } from '../../domain/controls/register/pair.js';
import { registerOf } from '../../domain/controls/register/register.js';
import { heldBackBy, withSuccessors } from '../../domain/controls/successors.js';
import type { Instant } from '../../domain/time.js';
import { wordsOf } from '../words/words.js';

const inWords = ({ said, answers, holds, person }: Disagreement): Registered['disagreements'][number] => ({
  text: wordsOf(said),
  answers,
  ...(holds === undefined ? {} : { holds }),
  ...(person === undefined ? {} : { person }),
});

/** The register of a case in words, with what does not agree in force and in what waits. */
export function registerView(state: CaseState, now: Instant): Registered {
  const { places, ...register } = registerOf(state);
  return {
    ...register,
    places: places.map(({ because, personal = false, ...place }) => ({
      ...place,
      because: wordsOf(because),
      personal,
    })),
    disagreements: disagreementsOf(state).map(inWords),
    waiting: Object.keys(state.successors ?? {}).map((key) => ({
      key,
      disagreements: newDisagreements(state, withSuccessors(state, [key])).map(inWords),
      heldBackBy: heldBackBy(state, key, now).map(({ control, person, misses }) => ({
        control,
        ...(person === undefined ? {} : { person }),
        misses: misses.map((missing) => wordsOf(missing)),
      })),
    })),
  };
}
