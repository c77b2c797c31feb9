import type { PersonId } from '../case/roles.js';
import type { Instant } from '../time.js';

/** Whose an account on a resource is: the client's own person, a service account, somebody of another supplier's, or the vendor's. */
export const ACCOUNT_OWNERS = ['client', 'service', 'supplier', 'vendor'] as const;
export type AccountOwner = (typeof ACCOUNT_OWNERS)[number];

/** Whose an account was said to be, by whom and why. */
export type AccountDeclaration = { is: AccountOwner; whose?: string; by: PersonId; at: Instant; reason: string };

/** An account on a resource that is not there by a grant of this case. */
export type OutsideAccount = {
  resource: string;
  person: PersonId;
  /** When a look found it unexpectedly last; absent where it was declared before anybody looked. */
  seenAt?: Instant;
  /** Set until somebody says whose it is. */
  question?: { since: Instant; answerBy: Instant; permission?: string };
  declared?: AccountDeclaration;
  /** When it was last said to be the vendor's, whatever was said of it since. */
  vendorsAt?: Instant;
};

/** What somebody changed at the provider by hand, of an access that is granted. */
export type OutsideChange = {
  change: 'permission' | 'removed';
  at: Instant;
  /** The permission that was granted, and the one that was found. */
  from?: string;
  to?: string;
  /** Set once it was decided that a removal stands. */
  keptClosed?: { by: PersonId; at: Instant; reason: string };
};

/** Key of an account on a resource, `<person>/<provider>:<id>`. */
export const accountKey = (person: PersonId, resource: string): string => `${person}/${resource}`;
