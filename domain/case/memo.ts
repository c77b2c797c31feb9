import type { Instant } from '../time.js';
import type { Plan } from './plan.js';
import type { CaseState } from './state.js';

/**
 * What the rules of controls, access and gates do not see: parts that change with nearly every fact. To these rules they stand as in a case that has
 * just begun, so that an answer is a function of all other parts alone and is kept while those stay as they are. A new part is seen.
 */
const UNSEEN = {
  seq: 0,
  controlStatus: {},
  tasks: {},
  letters: {},
  warned: [],
  attribution: { turn: 'nobody', since: '', totals: { client: 0, vendor: 0, both: 0, nobody: 0 } },
  refusals: {},
  calendarAttempts: { attempts: 0 },
} satisfies Partial<CaseState>;

// Taken once: inside a case a global is looked up anew each time, and this is asked at every question.
const { hasOwn, keys } = Object;

const isSeen = (key: string): boolean => !hasOwn(UNSEEN, key);

/** The state as these rules see it. */
export const seenByRules = (state: CaseState): CaseState => ({ ...state, ...UNSEEN });

/** Keeps what follows from the plan alone, as long as that plan lives. */
export function byPlan<T>(compute: (plan: Plan) => T): (plan: Plan) => T {
  const answers = new WeakMap<Plan, { answer: T }>();
  return (plan) => {
    const found = answers.get(plan) ?? { answer: compute(plan) };
    answers.set(plan, found);
    return found.answer;
  };
}

type Slot<T> = { seen: CaseState; last: CaseState; now: Instant; answers: Map<string, T> };

/** True when all that the rules see of a state is what they have seen. */
function looksTheSame(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  const same = (key: string): boolean => !isSeen(key) || before[key] === after[key];
  return keys(after).every(same) && keys(before).every(same);
}

/** Asks a pure rule of a state at an instant; `key` says on what, and the same key always computes the same from what it is given to see. */
type Remembered<T> = (state: CaseState, now: Instant, key: string, compute: (seen: CaseState) => T) => T;

/**
 * Keeps the last answers of a rule that is asked many times for one instant, while facts are folded in that it does not see.
 * One set of answers for each case, by its plan, which lives as long as the case.
 */
export function memory<T>(): Remembered<T> {
  const slots = new WeakMap<Plan, Slot<T>>();
  return (state, now, key, compute) => {
    const held = slots.get(state.plan);
    const same = held?.now === now && (held.last === state || looksTheSame(held.seen, state));
    const slot = same ? held : { seen: seenByRules(state), last: state, now, answers: new Map<string, T>() };
    // The next question is about this very state, most likely.
    slot.last = state;
    if (!same) slots.set(state.plan, slot);
    const known = slot.answers.get(key);
    if (known !== undefined) return known;
    const answer = compute(slot.seen);
    slot.answers.set(key, answer);
    return answer;
  };
}
