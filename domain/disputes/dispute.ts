import type { PersonId } from '../case/roles.js';
import type { Day, Instant } from '../time.js';

/** What the vendor may say is wrong. */
export const DISPUTED_THINGS = ['reading', 'meeting'] as const;
export type DisputedThing = (typeof DISPUTED_THINGS)[number];

/** A reading, or a missed meeting, that can still be disputed. */
export type Disputable = {
  about: DisputedThing;
  /** `reading:<number of its entry>`, or `meeting:<control>:<day>`. */
  ref: string;
  /** The KPI by its name, or the meeting by its control. */
  of: string;
  /** When the KPI was read, or the day of the meeting. */
  when: Instant | Day;
  recordedAt: Instant;
  /** Whoever recorded the reading; nobody records a miss. */
  by?: PersonId;
  value?: number;
};

/** What was answered: the record stands, or what takes its place. */
export type DisputeAnswer = {
  answer: 'uphold' | 'correct';
  by: PersonId;
  at: Instant;
  reason: string;
  value?: number;
  missed?: boolean;
};

/** Something that the vendor says is wrong, with the answer that is due from the client. */
export type Dispute = Pick<Disputable, 'about' | 'ref' | 'of' | 'when' | 'value'> & {
  /** `dispute-<n>`, in the order in which they were raised. */
  id: string;
  reason: string;
  /** A link or hash; something new is named each time that the same is disputed again. */
  evidence?: string;
  raisedBy: PersonId;
  raisedAt: Instant;
  due: Instant;
  /** Whoever recorded what is disputed, had to hold the meeting, or answered about it before; none of them answers alone. */
  recordedBy: PersonId[];
  answered?: DisputeAnswer;
};
