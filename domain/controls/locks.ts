import type { PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { own } from '../record.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { CONTROLS } from './index.js';
import { type Verdict, verdictOf } from './judge.js';

/** Controls that hold all access of a person shut and that no policy can take away. */
export const PERSON_LOCKS: readonly string[] = Object.values(CONTROLS).flatMap(({ id, subject, locked }) =>
  subject === 'person' && locked?.kind === 'gate' && locked.holds.includes('repo') ? [id] : [],
);

/** What these locks say of a person. Fails closed: a lock that the plan lacks, or calls not applicable, does not hold. */
export const lockVerdicts = (state: CaseState, person: PersonId, now: Instant): Verdict[] =>
  PERSON_LOCKS.map((id) =>
    own(state.plan.controls, id)?.applies === true
      ? verdictOf(state, id, now, person)
      : { holds: false, why: say('controls.lock-missing', { control: id }) },
  );
