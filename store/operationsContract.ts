import type { AccessStatus } from '../domain/access/accessRows.js';
import type { Instant } from '../domain/time.js';
import type { PoolGauges } from './connect.js';
import type { AddressTally, CaseTally } from './operating.js';

/** When something outside of us worked last, and when it did not. `code`, or `answer` of a mail server: why, without addresses. */
export type LastSeen = { successAt?: Instant; failure?: { at: Instant; code?: string; answer?: string } };

/** The figures that an operator looks at first. */
export type Figures = {
  cases: CaseTally[];
  addresses: AddressTally;
  pool: PoolGauges;
  /** `failed`: refused, or not handed over; `inDoubt`: begun more than ten minutes ago, without an end. */
  mail: LastSeen & { failed: number; inDoubt: number };
  provider: LastSeen;
  /** Grants that are opening or closing for more than an hour. */
  slowGrants: number;
  openSessions: number;
  tokens: { valid: number; unclaimed: number };
};

/** A letter that was not taken; nobody’s name, and nothing of its text. */
export type TroubledLetter = {
  caseId: string;
  caseTitle?: string;
  status: 'failed' | 'in-doubt';
  attempts: number;
  changedAt: Instant;
  answer?: string;
};

/** A grant that the provider has not confirmed for more than an hour. */
export type SlowGrant = { caseId: string; caseTitle: string; resource: string; status: AccessStatus; since: Instant };

/** What an operator reads of the installation: figures, and of what is in trouble at most `limit` rows, the oldest first. */
export interface Operations {
  figures(open: { now: Instant; idleMs: number }): Promise<Figures>;
  letters(now: Instant, limit: number): Promise<TroubledLetter[]>;
  slowGrants(now: Instant, limit: number): Promise<SlowGrant[]>;
}
