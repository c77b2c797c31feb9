import type { Narration } from '../../contract/story.js';
import type { Reader } from '../words/fill.js';
import { ACCESS } from './access.js';
import { ACCESS_REQUESTS } from './accessRequests.js';
import { CASE } from './case.js';
import { CONTROL_FACTS } from './controls.js';
import { DECISIONS } from './decisions.js';
import { DISPUTES } from './disputes.js';
import { DOCUMENTS } from './documents.js';
import type { Fact, FactType, Narrators } from './fact.js';
import { INCIDENTS } from './incidents.js';
import { LEFT_BEHIND } from './leftBehind.js';
import { FIRST_DAYS, MILESTONES } from './milestones.js';
import { PEOPLE } from './people.js';
import { PLAN } from './plan.js';
import { REPLACEMENTS } from './replacements.js';
import { RUNNING } from './running.js';
import { STOP_FACTS } from './stops.js';
import { TASKS } from './tasks.js';

/** Every fact; one that is missing here does not compile. */
const NARRATORS: Narrators = {
  ...CASE,
  ...PLAN,
  ...CONTROL_FACTS,
  ...DOCUMENTS,
  ...PEOPLE,
  ...DECISIONS,
  ...ACCESS,
  ...ACCESS_REQUESTS,
  ...LEFT_BEHIND,
  ...STOP_FACTS,
  ...REPLACEMENTS,
  ...TASKS,
  ...RUNNING,
  ...MILESTONES,
  ...FIRST_DAYS,
  ...DISPUTES,
  ...INCIDENTS,
};

/* The type apart from the fact: so each narrator gets the fact that it is for, without a cast. */
const tell = <T extends FactType>(type: T, fact: Fact<T>, reader: Reader): Narration => NARRATORS[type](fact, reader);

/** A fact in words, with instants in the reader's zone. Persons stay `{person:p-…}` until a text is read. */
export const narrate = (fact: Fact, reader: Reader = {}): Narration => tell(fact.type, fact, reader);
