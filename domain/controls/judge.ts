import { memory } from '../case/memo.js';
import type { PlannedControl } from '../case/plan.js';
import type { PersonId } from '../case/roles.js';
import type { CaseState, Waiver } from '../case/state.js';
import { own } from '../record.js';
import { type Said, say } from '../say.js';
import { DAY_MS, type Instant, notAfter, plusMs } from '../time.js';
import type { Assessment } from './assessment.js';
import { subjectKey } from './control.js';
import { CONTROLS } from './index.js';

/** People whose controls count: everybody on the roster who was not rejected and has not left. */
export const rosterOf = (state: CaseState): PersonId[] =>
  Object.values(state.people)
    .filter((p) => p.status === 'proposed' || p.status === 'accepted')
    .map((p) => p.id);

/** The subjects that a control is judged for: the case (undefined), or each person. */
export const subjectsOf = (state: CaseState, id: string): (PersonId | undefined)[] =>
  own(CONTROLS, id)?.subject === 'person' ? rosterOf(state) : [undefined];

const assessments = memory<Assessment>();

/** Judges a control afresh on the facts of the case; undefined when it is not in the plan or does not apply. */
export function assessNow(state: CaseState, id: string, now: Instant, person?: PersonId): Assessment | undefined {
  const control = own(CONTROLS, id);
  const planned = own(state.plan.controls, id);
  if (control === undefined || planned === undefined || !planned.applies) return undefined;
  const key = subjectKey(id, person);
  return assessments(state, now, key, (seen) =>
    control.assess(own(seen.evidence, key)?.form, {
      state: seen,
      planned,
      now,
      ...(person === undefined ? {} : { person }),
    }),
  );
}

/** The waiver in force for a control, if any; a waiver for the case covers each person. Locked controls have none. */
export function waiverFor(state: CaseState, id: string, now: Instant, person?: PersonId): Waiver | undefined {
  if (own(CONTROLS, id)?.locked) return undefined;
  const waiver = own(state.waivers, subjectKey(id, person)) ?? own(state.waivers, id);
  return waiver !== undefined && !notAfter(waiver.until, now) ? waiver : undefined;
}

/** What a control lets through at `now`: on which refs, and until when at most; or what is wrong. */
export type Verdict = { holds: true; restsOn: string[]; until?: Instant } | { holds: false; why: Said };

/** Whether a control that applies is met or waived at `now`. A control that is not in the plan holds nothing shut. */
export function verdictOf(state: CaseState, id: string, now: Instant, person?: PersonId): Verdict {
  const waiver = waiverFor(state, id, now, person);
  if (waiver !== undefined) return { holds: true, restsOn: [`waiver:${id}@${waiver.until}`], until: waiver.until };
  const found = assessNow(state, id, now, person);
  if (found === undefined) return { holds: true, restsOn: [] };
  if (found.status === 'met') {
    const lapsed = found.until !== undefined && notAfter(found.until, now);
    return lapsed
      ? { holds: false, why: say('controls.lapsed', { control: id }) }
      : { holds: true, restsOn: found.restsOn, until: found.until };
  }
  const [why = say('controls.not-met', { control: id })] = found.status === 'refused' ? found.reasons : found.missing;
  return { holds: false, why };
}

/** The verdict on a control of the case for one person of it: what it lacks for others alone does not hold this one. */
export function verdictFor(state: CaseState, control: PlannedControl, now: Instant, person: PersonId): Verdict {
  const verdict = verdictOnPath(state, control, now);
  const found = verdict.holds ? undefined : assessNow(state, control.id, now);
  const { metBut } = found?.status === 'open' ? found : {};
  if (metBut !== undefined && !metBut.people.includes(person))
    return { holds: true, restsOn: metBut.restsOn, until: metBut.until };
  return graced(state, control, verdict, found, now);
}

/** Where the policy only warns of a lapse, what was met goes on for its days; adverse news and answers that disagree never do (design, decision 21). */
function graced(
  state: CaseState,
  { id, warnDays }: PlannedControl,
  verdict: Verdict,
  found: Assessment | undefined,
  now: Instant,
): Verdict {
  if (warnDays === undefined) return verdict;
  const later = (until: Instant): Instant => plusMs(until, warnDays * DAY_MS);
  if (verdict.holds) return { ...verdict, ...(verdict.until === undefined ? {} : { until: later(verdict.until) }) };
  const lapsedAt = found?.status === 'open' && !found.disagrees ? own(state.lapsed, id) : undefined;
  return lapsedAt === undefined || notAfter(later(lapsedAt), now)
    ? verdict
    : { holds: true, restsOn: [`lapsed:${id}@${lapsedAt}`], until: later(lapsedAt) };
}

/** The verdict of a planned control, or of the best alternative on its path. */
export function verdictOnPath(state: CaseState, control: PlannedControl, now: Instant, person?: PersonId): Verdict {
  const own = verdictOf(state, control.id, now, person);
  if (own.holds || control.path === undefined) return own;
  for (const other of Object.values(state.plan.controls)) {
    if (other.path !== control.path || other.id === control.id || !other.applies) continue;
    const verdict = verdictOf(state, other.id, now, person);
    if (verdict.holds) return verdict;
  }
  return own;
}
