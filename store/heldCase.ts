import type { CaseState } from '../domain/case/state.js';
import type { Opening, StopRow } from './stopsContract.js';

/** A case whose record cannot take access away for now. */
export type HeldCase = {
  /** The state as it was once it was held. */
  state: CaseState;
  /** Asks the database whether it is held still; to be asked right before a provider is. */
  stillHeld(): Promise<boolean>;
  /** A stop over all cases that keeps this access closed, also where the case was not told of it yet. */
  stopOn(opening: Opening): Promise<StopRow | undefined>;
};
