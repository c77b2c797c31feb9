import type { PersonId, Role } from '../case/roles.js';
import type { Said } from '../say.js';
import type { Instant } from '../time.js';

/** A task that somebody holds; derived by rules, opened and closed on the record. Why and how are told afresh by the same rules. */
export type Task = {
  /** For example `supply:contract:vendor-contact`, `decide:gate:contract`, `sign:<paper>`, `accept:<person>`. */
  id: string;
  /** What is wanted. */
  what: Said;
  assignees: PersonId[];
  role: Role;
  openedAt: Instant;
  due?: Instant;
  /** Set once, when it was found late. */
  lateSince?: Instant;
  /** The reminder instants that were dealt with, up to this one. */
  remindedThrough?: Instant;
};

/** What of a task is put on the record: why it is there and what to do about it follow from the state at any time. */
export type RecordedTask = Omit<Task, 'openedAt' | 'lateSince' | 'remindedThrough'>;
