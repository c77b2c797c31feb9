import type { Instant } from '../time.js';

/** The rounds in which every access is confirmed, reduced or removed (AR-1); there from the first access on. */
export type Recertification = {
  /** Since when the interval to the next round counts: the first access, then the opening of the last round. */
  since: Instant;
  /** Number of the last round; 0 before the first. */
  round: number;
  /** Leases of the last round that nobody has answered for. */
  unanswered: string[];
  /** End of the last round: what is unanswered then is withdrawn. */
  deadline?: Instant;
};
