import type { Instant } from '../time.js';
import type { Plan } from './plan.js';
import type { CaseState } from './state.js';

/** Parts of the state that no rule of controls, access or gates reads; they change with nearly every fact. */
const UNREAD: ReadonlySet<string> = new Set<keyof CaseState>([
  'seq',
  'standings',
  'tasks',
  'letters',
  'warned',
  'attribution',
  'refusals',
  'calendarAttempts',
]);

type Slot<T> = { state: CaseState; now: Instant; answers: Map<string, T> };

function sameWorld(a: CaseState, b: CaseState): boolean {
  if (a === b) return true;
  const [before, after] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return before.length === after.size && before.every(([key, value]) => UNREAD.has(key) || after.get(key) === value);
}

/** Asks a pure rule of a state at an instant; `key` says on what, and the same key always computes the same. */
type Remembered<T> = (state: CaseState, now: Instant, key: string, compute: () => T) => T;

/**
 * Keeps the last answers of a rule that is asked many times for one instant, while facts are folded in that it does not read.
 * One set of answers for each case, by its plan, which lives as long as the case.
 */
export function memory<T>(): Remembered<T> {
  const slots = new WeakMap<Plan, Slot<T>>();
  return (state, now, key, compute) => {
    const held = slots.get(state.plan);
    const same = held?.now === now && sameWorld(held.state, state);
    const slot = same ? held : { state, now, answers: new Map<string, T>() };
    slots.set(state.plan, slot);
    const known = slot.answers.get(key);
    if (known !== undefined) return known;
    const answer = compute();
    slot.answers.set(key, answer);
    return answer;
  };
}
