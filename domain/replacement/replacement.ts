import type { PersonId } from '../case/roles.js';
import type { Day, Instant } from '../time.js';

/** What holds for one replacement from its request on (RP-1, PE-5). */
export type ReplacementTerms = {
  /** Business days of both parties within which the replacement is at work. */
  slaBusinessDays: number;
  /** Calendar days for which the leaver may stay after the joiner has started. */
  overlapMaxDays: number;
  /** Per cent of one monthly rate for each business day late. */
  creditPercentPerDay: number;
  creditMaxPercent: number;
};

/** How the leaver handed over to the joiner. */
export type Handover = {
  day: Day;
  topics: string[];
  /** Where the notes of it are. */
  link: string;
};

/** How late a replacement is, and what stands for it. */
export type Credit = {
  /** Business days of both parties after the SLA had ended. */
  daysLate: number;
  /** Per cent of one monthly rate. */
  creditPercent: number;
  /** The credit in whole US dollars, where the case knows the monthly rate. */
  creditUsd?: number;
};

/** What a replacement came to. */
export type Fulfilment = Credit & {
  joiner: PersonId;
  /** Business days of both parties from the request on. */
  businessDays: number;
  /** The leaver holds nothing from this instant on. */
  overlapEnds: Instant;
};

/** Somebody who is to be replaced; once that is done it keeps what RP-1 and the report tell. */
export type Replacement = {
  /** `replacement-<n>`, in the order of the requests. */
  id: string;
  leaver: PersonId;
  requestedAt: Instant;
  forCause: boolean;
  terms: ReplacementTerms;
  /** First instant after the last business day of the SLA, moved by the days on which the client was waited for. */
  due: Instant;
  /** Since when the client is waited for: as long as it is there, the clock stands still. */
  heldSince?: Instant;
  /** The withdrawn request whose clock this one goes on with. */
  continues?: string;
  /** Everybody proposed for it, those who were rejected included; the clock runs on whatever becomes of them. */
  candidates: PersonId[];
  /** Set once, when the SLA had ended without a replacement. */
  breachedAt?: Instant;
  fulfilled?: Fulfilment & { at: Instant };
  /** Set once, when nobody is wanted any more; what was owed until then stays owed. */
  withdrawn?: Credit & { at: Instant };
  /** The day on which the leaver handed over to the joiner. */
  handedOverOn?: Day;
};
