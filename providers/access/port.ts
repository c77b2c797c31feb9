import type { LeftBehindKind } from '../../domain/leftBehind/leftBehind.js';
import type { Instant } from '../../domain/time.js';

/** An account at a provider: the id that it keeps for good, and the name that it goes by now. Names are for eyes (design, decision 24). */
export type Account = { id: string; name: string };

/** What access is given to at a provider, likewise: a repository, a table, a group. */
export type Place = { id: string; name: string };

/** Who and where, both by their ids; the names are those that they went by last. */
export type AccessTarget = { place: Place; account: Account };

/** One way in which an account comes in. */
export type Way = {
  by: 'direct' | 'invitation' | 'team' | 'organisation' | 'other';
  /** The team, role or group by whose name it comes, where it is not direct. */
  through?: string;
  /** In the provider's word. */
  permission: string;
};

/** What a separate reading request saw at the provider, by every way in. */
export type Observed =
  | {
      /** `present` when any way lets in; `invited` when only an invitation that can still be accepted does. */
      state: 'present' | 'invited' | 'absent';
      /** What the account can do in effect, in the provider's word; only when not absent. */
      permission?: string;
      /** Every way that lets in; empty when absent. */
      ways: Way[];
      /** Under the names that they go by now. */
      account: Account;
      place: Place;
      /** When it ends by itself as things stand there, null for never; left out where nothing does, or where it was given by hand. */
      until?: Instant | null;
      /** Invitations that lapsed without being accepted were found. */
      lapsedInvitation?: true;
    }
  /** The account or the place is no more, so that nobody comes in by it. Something else that took its name since does not count. */
  | { state: 'gone'; what: 'account' | 'place' };

/** An account found on a place by listing it; once, however many ways it has. */
export type FoundAccount = {
  /** `invitation:<id>` as its id where an invitation went to an address and has no account yet. */
  account: Account;
  state: 'present' | 'invited';
  permission: string;
  ways: Way[];
  /** It is the provider's own: the one that Drawbridge acts as. */
  own?: true;
};

/** Who is on a place and what each can do there in effect, without by which ways. */
export type Glimpse = { account: Account; state: 'present' | 'invited'; permission: string };

/** Everybody on a place. */
export type Listing =
  | {
      place: Place;
      accounts: FoundAccount[];
      /** Set where everybody was known at a glimpse: the ways were not read, and say nothing. */
      brief?: true;
      /** Ways in that the token cannot see, as codes: `teams`, `organisation`. */
      unseen: string[];
    }
  | { gone: true };

export type { LeftBehindKind };

/** One thing that stays. */
export type LeftBehind = {
  kind: LeftBehindKind;
  /** The provider's own, the same at every look and made of numbers and words of the provider's, never of a name; no two of one kind on a place have the same. */
  id: string;
  /** What it goes by, with nothing secret in it: of an address no more than its host. */
  what: string;
  /** The last instant at which it can have come or been changed, where the provider says so. */
  at?: Instant;
  /** Who brought it, or whom it lets in, where the provider says so. */
  by?: Account;
};

/** Whose and from when is asked for; what the provider does not date or ascribe is never left out for it. */
export type LeftBehindAsked = { since?: Instant; by?: Account };

/** What stays on a place. */
export type LeftBehindFound =
  | {
      found: LeftBehind[];
      /** What the token cannot see, or not all of, as codes: the kinds, and `other-databases`. */
      unseen: string[];
    }
  | { gone: true };

/** Sends what gives access while it is allowed, and until it is answered; throws, and sends nothing, when it is not allowed any more. */
export type WhileAllowed = <T>(send: () => Promise<T>) => Promise<T>;

/** What is granted. */
export type Grant = {
  /** In the provider's word. */
  permission: string;
  /** When it ends as things stand; a provider that can closes by itself then, as a second lock. */
  until?: Instant;
};

/** What a look at the provider itself showed, before anything is asked of it: a code, with values for its wording. */
export type ProviderCheck = { code: string; ok: boolean; values?: Record<string, string | number> };

/**
 * One system where access is held. Every method is safe to repeat, also after an outcome that is not known; every answer is
 * parsed by a schema, and no number from outside is believed beyond its bounds.
 *
 * Throws {@link ProviderError} and nothing else.
 */
export interface AccessProvider {
  /** Its name in the registry. */
  readonly id: string;
  /** Finds an account by the name that it goes by now; undefined when there is none. */
  identifyAccount(name: string): Promise<Account | undefined>;
  /** Finds a place by the name that it goes by now; undefined when there is none that can be seen. */
  identifyPlace(name: string): Promise<Place | undefined>;
  /** Reads what the target holds now, by every way in; never answers from memory. */
  observe(target: AccessTarget): Promise<Observed>;
  /**
   * Asks the provider to give the permission; what came of it is learnt by {@link observe}.
   *
   * Each request that gives something is sent within `whileAllowed`, once nothing but the sending is left to do.
   */
  grant(target: AccessTarget, grant: Grant, whileAllowed: WhileAllowed): Promise<void>;
  /** Asks the provider to take away what the account itself was given, every invitation included; what came of it is learnt by {@link observe}. */
  withdraw(target: AccessTarget): Promise<void>;
  /** Lists everybody on a place by every way in; where reading the ways costs more, not those of a place of which `isKnown` says so at a glimpse. */
  list(place: Place, isKnown?: (all: readonly Glimpse[]) => boolean): Promise<Listing>;
  /** Lists what people left on a place that outlasts their access; a provider where nothing does has no such method. */
  leftBehind?(place: Place, asked?: LeftBehindAsked): Promise<LeftBehindFound>;
  /** Looks whether the provider can be worked with: reachable, rights, clock, and what it cannot do or see. */
  check(): Promise<ProviderCheck[]>;
}

/** The longest wait that a provider is believed, milliseconds: a day. */
export const LONGEST_WAIT_MS = 86_400_000;

/** Why a provider did not answer as asked; `code` is one of the stable error codes. */
export class ProviderError extends Error {
  /** Milliseconds after which a repeat may succeed, when the provider said so; at most a day. */
  readonly retryAfterMs?: number;
  constructor(
    readonly code:
      | 'ProviderUnavailable'
      | 'ProviderRateLimited'
      | 'ProviderRefused'
      | 'ProviderAnswerUnreadable'
      | 'OpeningTooLate'
      | 'AccessStopped',
    message: string,
    retryAfterMs?: number,
  ) {
    super(message);
    this.name = 'ProviderError';
    if (retryAfterMs !== undefined) this.retryAfterMs = Math.min(Math.max(0, retryAfterMs), LONGEST_WAIT_MS);
  }
}
