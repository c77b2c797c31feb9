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

/** The milestones of a case by their id; `agreed`: hash of the list of the terms that they were taken from. */
export type Milestones = { agreed: string; list: Record<string, Milestone> };
