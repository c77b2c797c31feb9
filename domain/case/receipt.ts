import { say, type Why } from '../say.js';
import type { Instant } from '../time.js';
import type { ErrorCode } from './errors.js';

/** Where a command's last entry stands in the ledger. */
export type Receipt = { seq: number; hash: string; at: Instant };

/** What the sender of a command learns; the same command id always learns the same. */
export type CommandOutcome =
  | {
      status: 'recorded';
      receipt: Receipt;
      /** Types of the facts recorded with it, in order. */
      events: string[];
      /** What the sender should know, one sentence each; for example why a control is still not met. */
      notes: Why[];
    }
  | {
      status: 'refused';
      code: ErrorCode;
      said: Why;
      /** Set when the refusal itself is on the record. */
      receipt?: Receipt;
    };

/** What the sender of a command learns whose id was used before with other content. */
export const ID_REUSED = {
  status: 'refused',
  code: 'CommandIdReused',
  said: say('engine.key-used'),
} as const satisfies CommandOutcome;
