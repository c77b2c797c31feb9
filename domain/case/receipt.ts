import { type Said, say } from '../say.js';
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
      /** What the sender should know; for example why a control is still not met. */
      notes: Said[];
    }
  | {
      status: 'refused';
      code: ErrorCode;
      said: Said;
      /** Set when the refusal itself is on the record. */
      receipt?: Receipt;
    };

/** What the sender of a command learns whose id was used before with other content. */
export const ID_REUSED = {
  status: 'refused',
  code: 'CommandIdReused',
  said: say('engine.key-used'),
} as const satisfies CommandOutcome;
