import type { Narration } from '../../contract/story.js';
import type { CaseEvent } from '../../domain/case/events.js';
import type { Reader } from '../words/fill.js';

export type FactType = CaseEvent['type'];
type Facts = { [E in CaseEvent as E['type']]: E };

/** A fact of one type, or of any. */
export type Fact<T extends FactType = FactType> = Facts[T];

/** Words each fact of the given types: what happened in one line without a full stop, and why. */
export type Narrators<T extends FactType = FactType> = {
  [K in T]: (fact: Facts[K], reader: Reader) => Narration;
};
