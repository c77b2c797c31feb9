import type { PersonId, Role } from '../case/roles.js';
import type { Instant } from '../time.js';

/** A task that somebody holds; derived by rules, opened and closed on the record. Why and how are told afresh by the same rules. */
export type Task = {
  /** For example `supply:contract:vendor-contact`, `decide:gate:contract`, `sign:<paper>`, `accept:<person>`. */
  id: string;
  /** One line: what is wanted. */
  title: string;
  assignees: PersonId[];
  role: Role;
  openedAt: Instant;
  due?: Instant;
  /** Set once, when it was found late. */
  lateSince?: Instant;
  /** The reminder instants that were dealt with, up to this one. */
  remindedThrough?: Instant;
};

/** What of a task is put on the record: its words follow from the state at any time, and stand in the letters sent. */
export type RecordedTask = Omit<Task, 'openedAt' | 'lateSince' | 'remindedThrough'>;
