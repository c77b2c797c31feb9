import type { OtherWant } from '../domain/access/sharedPlace.js';
import type { PersonId } from '../domain/case/roles.js';
import type { Instant } from '../domain/time.js';
import type { Page } from './page.js';

/** A place at a provider, by the number that it keeps for it. */
export type PlaceId = { provider: string; placeId: string };

/** A place that open cases look after. */
export type WatchedPlace = PlaceId & {
  /** Hours between two looks: the fewest that any case's policy asks for. */
  everyHours: number;
  /** From when its looks are counted: the first of the cases was opened then. */
  since: Instant;
  /** The last look that succeeded. */
  lookedAt?: Instant;
};

/** What became of a look: how many accounts were there, and where all of it was read which ways in could not be seen; or why it failed. */
export type LookResult = { accounts: number; read?: { unseen: string[]; rest: string } } | { failed: string };

/** The last look at a place of a case. */
export type LastLook = {
  resource: string;
  lookedAt?: Instant;
  /** First of the looks in a row that failed, and why the last one did, as a code. */
  failingSince?: Instant;
  code?: string;
  unseen: string[];
};

/** A place as the list of all places shows it. */
export type ListedPlace = WatchedPlace &
  Omit<LastLook, 'resource'> & {
    /** The name that it goes by now. */
    name: string;
    /** Accounts at the last look that succeeded. */
    accounts?: number;
    /** Grants that were seen there, and accounts that nobody knows. */
    open: number;
    unknown: number;
    caseCount: number;
    /** The first of them. */
    cases: { caseId: string; title: string; vendor: string }[];
  };

/** A case that looks after a place, and what it calls it. */
export type CaseOfPlace = { caseId: string; title: string; vendor: string; resource: string };

type Paging = { cursor?: string; limit: number; onlyCaseId?: string };

/** Places that several cases may look after, and the accounts there. */
export interface Places {
  /** Every place that an open case gives access to; `onlyCaseId`: those of one case. */
  list(paging: Paging): Promise<Page<ListedPlace>>;
  find(place: PlaceId, onlyCaseId?: string): Promise<ListedPlace | undefined>;
  /** The cases that look after a place, the first that was opened first. */
  cases(place: PlaceId, paging: Paging): Promise<Page<CaseOfPlace>>;
  /** `caseId`: only those of one case. */
  watched(of?: { caseId: string }): Promise<WatchedPlace[]>;
  /** The cases that look after a place and what each calls it, the first that was opened first. */
  at(place: PlaceId): Promise<{ caseId: string; resource: string }[]>;
  /** What is granted to an account at a place beside one grant: by other cases, or to somebody else in the same one. */
  wants(of: PlaceId & { accountId: string; besides: { caseId: string; lease: string } }): Promise<OtherWant[]>;
  /** Notes what became of a look. */
  looked(place: PlaceId, at: Instant, result: LookResult): Promise<void>;
  /** When a place was looked at last with success, and the fingerprint of who was there beside grants when all of it was read last. */
  last(place: PlaceId): Promise<{ lookedAt?: Instant; readAt?: Instant; rest?: string }>;
  /** The last look at each place of a case. */
  looks(caseId: string): Promise<LastLook[]>;
  /**
   * Under which ids accounts that were seen are known, by their numbers; of people whom no case has by an address. Where one was
   * only named so far, its number is learnt.
   */
  recognize(provider: string, seen: { id: string; name: string }[]): Promise<Map<string, PersonId>>;
}
