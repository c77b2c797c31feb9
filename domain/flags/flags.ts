import type { Plan } from '../case/plan.js';
import type { PersonId } from '../case/roles.js';
import type { CaseState, Flag } from '../case/state.js';
import { subjectKey } from '../controls/control.js';
import { CONTROLS } from '../controls/index.js';
import { waiverFor } from '../controls/judge.js';
import { byIdentity } from '../memoize.js';
import type { Instant } from '../time.js';

/** True while a flag stops the case: open, and not waived by the role that may. */
export const isOpen = (state: CaseState, flag: Flag, now: Instant): boolean =>
  flag.status === 'open' && waiverFor(state, flag.id, now, flag.person) === undefined;

/**
 * Flags that keep a person from any access. A locked flag does so until it is cleared, whatever remedy was agreed (RF-2);
 * any other one while it is open.
 */
export const flagsAgainst = (state: CaseState, person: PersonId, now: Instant): Flag[] =>
  Object.values(state.flags).filter(
    (f) =>
      (f.person === undefined || f.person === person) &&
      (CONTROLS[f.id]?.locked ? f.status !== 'cleared' : isOpen(state, f, now)),
  );

/** Flags that stop the procedure of the whole case. */
export const flagsAgainstCase = (state: CaseState, now: Instant): Flag[] =>
  Object.values(state.flags).filter((f) => f.person === undefined && isOpen(state, f, now));

/** Red flags of the plan, with the controls whose refused answers raise each. */
export const plannedFlags = byIdentity(({ controls }: Plan): { id: string; raisedFrom: readonly string[] }[] =>
  Object.values(controls).flatMap((p) =>
    p.binding.kind === 'deal-breaker' && p.applies ? [{ id: p.id, raisedFrom: CONTROLS[p.id]?.raisedFrom ?? [] }] : [],
  ),
);

export const flagKey = subjectKey;
