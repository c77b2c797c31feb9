import type { PersonId } from '../case/roles.js';
import type { Day, Instant } from '../time.js';

/** The first day at work of somebody whom the client manages day by day (EM-2). */
export type FirstDay = {
  person: PersonId;
  /** Whoever of the client's manages the person. */
  manager: PersonId;
  /** Last day on which it is in time, in the vendor's zone. */
  due: Day;
  /** Since when that day is agreed: pauses before then have moved nothing. */
  dueSince: Instant;
  /** What the vendor says; it confirms nothing. */
  announced?: { day: Day; at: Instant };
  /** What somebody of the client's has said of an announcement that was wrong. */
  refused?: { day: Day; reason: string };
  /** Days on which the person was not there, as the client has said. */
  refusedDays?: Day[];
  confirmed?: { day: Day; by: PersonId; at: Instant };
  /** The instant by which it was due, once it was found late. */
  lateSince?: Instant;
  /** Whose miss that is, as it was judged last. */
  missedBy?: 'client' | 'vendor';
};
