import type { PersonId } from '../case/roles.js';
import type { Day, Instant } from '../time.js';

/** What is to be delivered when, and how it is accepted, as both sides have agreed. */
export type MilestoneTerms = {
  /** `milestone-<n>`, in the order in which they were agreed first. */
  id: string;
  title: string;
  /** By which criterion it is accepted. */
  acceptance: string;
  /** Whoever of the client's accepts it. */
  acceptedBy: PersonId;
  /** Last day on which it is delivered in time, in the vendor's zone. */
  due: Day;
};

/** Another day that one side has asked for and the other has not answered. */
export type ProposedMove = { due: Day; by: 'client' | 'vendor'; reason: string; at: Instant };

/** A milestone of a project (EM-2). */
export type Milestone = MilestoneTerms & {
  /** Since when its day is agreed: pauses before then have moved nothing. */
  dueSince: Instant;
  status: 'planned' | 'delivered' | 'accepted' | 'returned';
  /** How often it was delivered. */
  deliveries: number;
  /** The last delivery, and the link or hash under which it is found. */
  delivered?: { at: Instant; by: PersonId; evidence: string };
  /** The last return, and what for. */
  returned?: { at: Instant; reason: string };
  /** The one return whose hours of rework run beyond the day; later ones give no more. */
  reworkFrom?: Instant;
  acceptedAt?: Instant;
  /** The instant by which it was due, once it was found late. */
  lateSince?: Instant;
  move?: ProposedMove;
};

/** A milestone that new terms would change and that stays as it is: delivered before, or the terms are those of one side alone. */
export type Staying = { milestone: string; because: 'delivered' | 'one-sided' };

/**
 * The milestones of a case by their id. `agreed`: hash of the list of the terms that they were taken from; `oneSided`: some of
 * that list waits for the other side, which agrees by supplying it or approving it.
 */
export type Milestones = { agreed: string; list: Record<string, Milestone>; oneSided?: true };
