import type { StopScope } from '../domain/access/stop.js';
import type { Actor, PersonId } from '../domain/case/roles.js';
import type { Instant } from '../domain/time.js';
import type { Page } from './page.js';

/** What a stop closes: a person by id, a vendor by name, a resource by reference. */
export type StopSubject = { scope: StopScope; subject: string };

/** A stop over all cases, as it is kept. */
export type StopRow = StopSubject & {
  stop: string;
  reason: string;
  by: Actor;
  at: Instant;
  lifted?: { by: Actor; reason: string; at: Instant };
};

/** An access that is about to be opened: whose, of which vendor, where, by every name of the place. */
export type Opening = { person: PersonId; vendor: string; places: string[] };

/** A stop that stands and that a case has not been told. */
export type Untold = { caseId: string; stop: StopRow };

/** Stops over all cases: append-only, with who stopped and who lifted. */
export interface Stops {
  /** Keeps a stop and answers what is kept under its id: the earlier one of a repeat. */
  put(stop: Omit<StopRow, 'lifted'>): Promise<StopRow>;
  /** Keeps a lifting and answers what is kept: the first one. */
  lift(stop: string, lifted: NonNullable<StopRow['lifted']>): Promise<StopRow>;
  find(stop: string): Promise<StopRow | undefined>;
  /** The latest first; `standing`: those that nobody has lifted. */
  list(of: { standing: boolean; cursor?: string; limit: number }): Promise<Page<StopRow>>;
  /** Open cases that a stop concerns: that know the person, are the vendor's, or have access to the place, and those that were told of it. */
  casesOf(stop: StopSubject & { stop: string }): Promise<string[]>;
  /** Stops that stand and cases that they concern and that do not know it, as of a person who joined later. */
  untold(limit: number): Promise<Untold[]>;
}
