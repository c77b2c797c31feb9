import type { RecordedEvent } from '../domain/case/events.js';
import { evolve, initialState } from '../domain/case/evolve.js';
import type { CaseState } from '../domain/case/state.js';
import { canonicalJson } from '../domain/hash.js';
import { sha256Hex } from './chain.js';

/** A state as it is stored: its canonical JSON and the SHA-256 of that, the same hash as the domain's `contentHash`. */
export type StoredState = { text: string; hash: string };

/** The state as text and hash. */
export function storedState(state: CaseState): StoredState {
  const text = canonicalJson(state);
  return { text, hash: sha256Hex(text) };
}

/** Reads a stored state; undefined when its text is not what was hashed. */
export function readState(
  caseId: string,
  stored: { state: string | null; state_hash: string | null },
): CaseState | undefined {
  if (stored.state === null) return initialState(caseId);
  return sha256Hex(stored.state) === stored.state_hash ? parseState(stored.state) : undefined;
}

/** The text was written by {@link storedState} and its hash was compared. */
const parseState = (text: string): CaseState => JSON.parse(text);

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
