import { byIdentity } from '../memoize.js';
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

/** True when all that the rules see of a state is what they have seen. */
function looksTheSame(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  const same = (key: string): boolean => !isSeen(key) || before[key] === after[key];
  return keys(after).every(same) && keys(before).every(same);
}

type Look = { seen: CaseState; last: CaseState };

/** The last look at each case, by its plan, which lives as long as the case. */
const looks = new WeakMap<Plan, Look>();

/** The state as these rules see it: the very same one while nothing changes that they see, whatever else is folded in. */
function lookAt(state: CaseState): CaseState {
  const held = looks.get(state.plan);
  if (held === undefined || !(state === held.seen || state === held.last || looksTheSame(held.seen, state))) {
    const seen = seenByRules(state);
    looks.set(state.plan, { seen, last: state });
    return seen;
  }
  // The next question is about this very state, most likely.
  if (state !== held.seen) held.last = state;
  return held.seen;
}

/** Asks a pure rule of a state at an instant; `key` says on what, and the same key always computes the same from what it is given to see. */
type Remembered<T> = (state: CaseState, now: Instant, key: string, compute: (seen: CaseState) => T) => T;

/** Keeps the last answers of a rule that is asked many times for one instant, while facts are folded in that it does not see. */
export function memory<T>(): Remembered<T> {
  const kept = byIdentity((_seen: CaseState) => ({ at: '', answers: new Map<string, T>() }));
  return (state, now, key, compute) => {
    const seen = lookAt(state);
    const last = kept(seen);
    if (last.at !== now) {
      last.at = now;
      last.answers = new Map();
    }
    // A rule may ask of another instant on its way: its answer belongs to this one.
    const { answers } = last;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = compute(seen);
    answers.set(key, answer);
    return answer;
  };
}
