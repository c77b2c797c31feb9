import { contentHash } from '../hash.js';
import type { Plan } from './plan.js';
import type { CaseState } from './state.js';

/** A state as it is stored: what moves with every fact, with the plan cited by its hash, since the plan stands still. */
export type StoredState = Omit<CaseState, 'plan'> & { plan: string };

const hashes = new WeakMap<Plan, string>();

/** SHA-256 over the canonical JSON of a plan as a whole. */
export function planHash(plan: Plan): string {
  const known = hashes.get(plan);
  const hash = known ?? contentHash(plan);
  if (known === undefined) hashes.set(plan, hash);
  return hash;
}

/** Remembers the hash of a plan that was just read from text with that hash, so that the plan is not hashed again. */
export const knowPlanHash = (plan: Plan, hash: string): void => void hashes.set(plan, hash);

/** The state with its plan cited. */
export const citingPlan = (state: CaseState): StoredState => ({ ...state, plan: planHash(state.plan) });

/** SHA-256 over the canonical JSON of the state with its plan cited: what run and store compare. */
export const stateHash = (state: CaseState): string => contentHash(citingPlan(state));
