import type { ReadKind } from '../domain/audit/reads.js';
import type { PersonId, Role } from '../domain/case/roles.js';
import type { Instant } from '../domain/time.js';
import type { Page } from './page.js';

/** That somebody read something: of a case, or over all; `thing` is a document’s SHA-256 or the kind of a population. */
export type Read = { personId: PersonId; role: Role; kind: ReadKind; caseId?: string; thing?: string };

/** A reading as it is listed, with what the list of cases says of its case. */
export type ReadRow = Read & { at: Instant; caseTitle?: string; vendor?: string };

/** Of which case, by whom, of which kind, from when until when, both included. */
export type ReadFilter = { caseId?: string; personId?: PersonId; kind?: ReadKind; from?: Instant; through?: Instant };

/** Who read what of the record. */
export interface Reads {
  /** Notes a reading, once an hour. */
  note(read: Read, at: Instant): Promise<void>;
  /** The latest first. Throws `BadCursor`. */
  list(filter: ReadFilter, page: { cursor?: string; limit: number }): Promise<Page<ReadRow>>;
  /** Deletes lines that are older than three years, but for cases under a legal hold; answers how many. */
  sweep(): Promise<number>;
}
