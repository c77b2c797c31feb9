import type { PersonId } from '../../case/roles.js';
import type { Said } from '../../say.js';
import type { Source } from './entry.js';

/**
 * Two answers that do not agree. One whose order of change is free on one side (`acts`) holds the first of `holders` whatever stands; any other
 * holds the first of them whose gate has not been decided yet: what stands, stands. `asks` is what the control says, where its supplier may not read
 * both answers.
 */
export type Pair = {
  said: Said;
  answers: Source[];
  asks?: Said;
  holders: readonly string[];
  acts?: true;
  person?: PersonId;
};

/** Two answers that do not agree, and the control that is not met until they do; left out: it is shown alone. */
export type Disagreement = { said: Said; answers: Source[]; asks?: Said; holds?: string; person?: PersonId };
