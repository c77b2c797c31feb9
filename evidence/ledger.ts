import type { RecordedEvent } from '../domain/case/events.js';
import type { Instant } from '../domain/time.js';

/** Where a case's chain stands: number and hash of its last entry; `{ seq: 0, hash: '' }` before the first. */
export type Head = { seq: number; hash: string };

/** One row of the ledger as it is read and exported. */
export type LedgerRow = RecordedEvent & {
  caseId: string;
  /** Temporal's run that wrote it. */
  runId: string;
  /** Real time of the append, as the database says. */
  recordedAt: Instant;
  prevHash: string;
  /** SHA-256 over the canonical JSON (RFC 8785) of `{ caseId, seq, at, actor, commandId, event, runId, recordedAt, prevHash }`. */
  hash: string;
};

/** What walking a chain came to. */
export type VerifyAnswer =
  | {
      ok: true;
      caseId: string;
      rows: number;
      head: Head;
      /** The stored state is the fold of the chain, and everything beside them is what they say. */
      stateMatches: boolean;
      /** What is not: tables and people, such as `task_rows` or `people p-…`; left out when nothing is. */
      differing?: string[];
    }
  | { ok: false; caseId: string; brokenSeq: number; message: string };
