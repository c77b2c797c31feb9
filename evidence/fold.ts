import type { RecordedEvent } from '../domain/case/events.js';
import type { Plan } from '../domain/case/plan.js';
import type { CaseState } from '../domain/case/state.js';
import { citingPlan, knowPlanHash, planHash } from '../domain/case/stored.js';
import { evolve, initialState } from '../domain/decider/evolve.js';
import { canonicalJson } from '../domain/hash.js';
import { sha256Hex } from './chain.js';

/** What the case row holds of a state; all null before the first append is complete. */
export type StateColumns = {
  /** Canonical JSON of the state with its plan cited by hash. */
  state: string | null;
  /** SHA-256 of `state`, the same as the domain's `stateHash`. */
  state_hash: string | null;
  /** Canonical JSON of the plan; rewritten only when the plan is another. */
  plan: string | null;
};

/** The columns of a state, apart from its plan, which {@link planText} gives. */
export function storedState(state: CaseState): { text: string; hash: string } {
  const text = canonicalJson(citingPlan(state));
  return { text, hash: sha256Hex(text) };
}

/** The plan's column after `before`: undefined, which leaves it alone, while the plan is the same. */
export const planText = (before: CaseState | undefined, after: CaseState): string | undefined =>
  before !== undefined && planHash(before.plan) === planHash(after.plan) ? undefined : canonicalJson(after.plan);

/** Reads a stored state; undefined when its text or its plan's text is not what was hashed. */
export function readState(caseId: string, { state, state_hash, plan }: StateColumns): CaseState | undefined {
  if (state === null) return initialState(caseId);
  if (plan === null || sha256Hex(state) !== state_hash) return undefined;
  const read = parseState(state);
  return read.plan === sha256Hex(plan) ? { ...read, plan: parsePlan(plan, read.plan) } : undefined;
}

/** The text was written by {@link planText} and its hash was compared. */
function parsePlan(text: string, hash: string): Plan {
  const plan: Plan = JSON.parse(text);
  knowPlanHash(plan, hash);
  return plan;
}

/** The text was written by {@link storedState} and its hash was compared. */
const parseState = (text: string): ReturnType<typeof citingPlan> => JSON.parse(text);

/** Folds entries into a state, in order. */
export const fold = (state: CaseState, entries: RecordedEvent[]): CaseState => entries.reduce(evolve, state);

/** The state after one more entry; undefined, and so for good, once an entry cannot be folded. */
export function foldOn(state: CaseState | undefined, entry: RecordedEvent): CaseState | undefined {
  try {
    return state && evolve(state, entry);
  } catch {
    // Whoever verifies wants an answer, also about entries that no version of ours has written.
    return undefined;
  }
}
