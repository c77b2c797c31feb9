import type { CaseState } from '../domain/case/state.js';

/** A case whose record cannot take access away for now. */
export type HeldCase = {
  /** The state as it was once it was held. */
  state: CaseState;
  /** Asks the database whether it is held still; to be asked right before a provider is. */
  stillHeld(): Promise<boolean>;
};
