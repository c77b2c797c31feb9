import type { StageId } from '../case/plan.js';
import type { PersonId, Role } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { own, put } from '../record.js';
import type { Said } from '../say.js';
import type { Instant } from '../time.js';
import { parseSubjectKey, subjectKey } from './control.js';
import type { JsonObject } from './form.js';
import { answersHashOf } from './formHash.js';
import { CONTROLS } from './index.js';
import { assessNow, verdictOnPath } from './judge.js';
import { PERSON_LOCKS } from './locks.js';
import { FEEDERS } from './register/answers.js';

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

/** True when successors are met in the place of what they succeed, and no answer of the register that is met now disagrees with them then. */
export function fitIn(state: CaseState, keys: readonly string[], now: Instant): boolean {
  const then = withSuccessors(state, keys);
  const isMet = (at: CaseState, id: string, person?: PersonId): boolean =>
    assessNow(at, id, now, person)?.status === 'met';
  const met = keys.every((key) => {
    const { controlId, person } = parseSubjectKey(key);
    return isMet(then, controlId, person);
  });
  if (!met) return false;
  // Asked of the case as it stands first, so that each case is judged in one go.
  const before = FEEDERS.filter((id) => isMet(state, id));
  return before.every((id) => isMet(then, id));
}

/** Successors of a stage that fit in the place of what they succeed, all together or as many as do: what its gate can decide on. */
export function readySuccessors(state: CaseState, stage: StageId, now: Instant): string[] {
  const waiting = Object.keys(state.successors ?? {}).filter(
    (key) => own(state.plan.controls, parseSubjectKey(key).controlId)?.stage === stage && isGated(state, key),
  );
  if (waiting.length === 0 || fitIn(state, waiting, now)) return waiting;
  const taken: string[] = [];
  for (const key of waiting) if (fitIn(state, [...taken, key], now)) taken.push(key);
  return taken;
}

/** A control that a successor cannot do without, and what it would miss with the successor in its place. */
export type HeldBack = { control: string; person?: PersonId; turn: Role; misses: Said[] };

/** Why a successor goes on waiting: what it misses itself, and what controls would that are met now; empty once its gate can decide on it. */
export function heldBackBy(state: CaseState, key: string, now: Instant): HeldBack[] {
  const { controlId, person } = parseSubjectKey(key);
  const stage = own(state.plan.controls, controlId)?.stage;
  if (stage !== undefined && isGated(state, key) && readySuccessors(state, stage, now).includes(key)) return [];
  const before = FEEDERS.filter((id) => id !== controlId && assessNow(state, id, now)?.status === 'met');
  const then = withSuccessors(state, [key]);
  const missesThen = (control: string, of?: PersonId): HeldBack[] => {
    const found = assessNow(then, control, now, of);
    if (found === undefined || found.status === 'met') return [];
    const misses = found.status === 'refused' ? found.reasons : found.missing;
    return [{ control, ...(of === undefined ? {} : { person: of }), turn: found.turn, misses }];
  };
  return [...missesThen(controlId, person), ...before.flatMap((id) => missesThen(id))];
}

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
