import type { StageId } from '../case/plan.js';
import type { PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { own, put } from '../record.js';
import type { Instant } from '../time.js';
import { parseSubjectKey, subjectKey } from './control.js';
import type { JsonObject } from './form.js';
import { answersHashOf } from './formHash.js';
import { CONTROLS } from './index.js';
import { assessNow, verdictOnPath } from './judge.js';
import { PERSON_LOCKS } from './locks.js';

/** The case as it would be with some successors in the place of what they succeed. */
export function withSuccessors(state: CaseState, keys: readonly string[]): CaseState {
  const next = keys.flatMap((key) => {
    const successor = own(state.successors, key);
    return successor === undefined ? [] : [[key, successor] as const];
  });
  return next.length === 0 ? state : { ...state, evidence: { ...state.evidence, ...Object.fromEntries(next) } };
}

/** True for a record that the gate of its stage decides on: the evidence of a gate control, and the assignment of a person. */
export function isGated({ plan }: CaseState, key: string): boolean {
  const { controlId } = parseSubjectKey(key);
  const planned = own(plan.controls, controlId);
  const control = own(CONTROLS, controlId);
  if (planned?.binding.kind !== 'gate' || control === undefined || control.renewed) return false;
  const decided = plan.stages.some(({ id, deciders }) => id === planned.stage && deciders.length > 0);
  return decided && (control.subject === 'case' || PERSON_LOCKS.includes(controlId));
}

/** Successors of a stage that would be met in the place of what they succeed: what its gate can decide on. */
export const readySuccessors = (state: CaseState, stage: StageId, now: Instant): string[] =>
  Object.keys(state.successors ?? {}).filter((key) => {
    const { controlId, person } = parseSubjectKey(key);
    if (own(state.plan.controls, controlId)?.stage !== stage || !isGated(state, key)) return false;
    return assessNow(withSuccessors(state, [key]), controlId, now, person)?.status === 'met';
  });

/** True while the record holds without its successor: by its evidence, by another way to the same end, or by a waiver. */
export function standsWithout(state: CaseState, key: string, now: Instant): boolean {
  const { controlId, person } = parseSubjectKey(key);
  const planned = own(state.plan.controls, controlId);
  return planned !== undefined && verdictOnPath(state, planned, now, person).holds;
}

/**
 * True when new evidence is a successor beside what stands (design, decision 19): what is worse takes its place at once, what may be as good or
 * better waits until it is decided, or until it is met where nobody decides on it.
 */
export function isSuccessor(
  state: CaseState,
  id: string,
  person: PersonId | undefined,
  form: JsonObject,
  now: Instant,
): boolean {
  const key = subjectKey(id, person);
  const before = own(state.evidence, key);
  if (before !== undefined && answersHashOf(before.form) === answersHashOf(form)) return false;
  if (!standsWithout(state, key, now)) return false;
  const stage = own(state.plan.controls, id)?.stage;
  const gate = own(state.approvals, `gate:${stage}`);
  const gated = isGated(state, key);
  if (gated ? gate?.stands === undefined : before === undefined) return false;
  const evidence = put(state.evidence, key, { form, by: state.openedBy, at: now, seq: state.seq });
  const found = assessNow({ ...state, evidence }, id, now, person);
  return gated ? found?.status !== 'refused' : found?.status === 'open';
}
