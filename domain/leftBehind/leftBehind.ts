import type { PersonId } from '../case/roles.js';
import type { Instant } from '../time.js';

/** What can give a way in, or a hand on what others do, and stays when the person who brought it has left. */
export const LEFT_BEHIND_KINDS = [
  'deploy-key',
  'webhook',
  'runner',
  'app',
  'fork',
  'branch-bypass',
  'environment-reviewer',
  'owned-object',
  'default-privilege',
  'passed-on-grant',
] as const;
export type LeftBehindKind = (typeof LEFT_BEHIND_KINDS)[number];

/** What nobody could look at: a kind that the token is not let see all of, or more than that. */
export const UNSEEN_PARTS = [...LEFT_BEHIND_KINDS, 'other-databases', 'place', 'more', 'all'] as const;
export type UnseenPart = (typeof UNSEEN_PARTS)[number];

/** One thing that a listing found; by numbers alone, since what it goes by may name somebody. */
export type LeftThing = {
  kind: LeftBehindKind;
  /** The provider's own; no two of one kind on a place have the same. */
  id: string;
  /** The last instant at which it can have come or been changed, where the provider says so. */
  at?: Instant;
  /** Who brought it, or whom it lets in, where the provider says so. */
  by?: PersonId;
};

/** What a person can say of it: that it was removed, or that it stays. */
export const LEFT_ANSWERS = ['removed', 'stays'] as const;
export type LeftIs = (typeof LEFT_ANSWERS)[number];

/** What was said of one thing; `whose`: of what stays. */
export type LeftAnswer = { is: LeftIs; whose?: string; by: PersonId; at: Instant; reason: string };

/** One thing that came in while somebody had access, and what is known of it by now. */
export type LeftItem = LeftThing & {
  /** When it was listed first. */
  since: Instant;
  answerBy: Instant;
  /** As the last listing saw it; `unseen`: it could not look any more. */
  seen: 'there' | 'gone' | 'unseen';
  seenAt: Instant;
  answer?: LeftAnswer;
};

/** What stays of one access that has ended. */
export type LeftStanding = {
  /** The last listing that succeeded. */
  listedAt?: Instant;
  attempts: number;
  /** Listings in a row that failed. */
  failures?: number;
  /** When it is to be listed again; absent while nothing asks for it. */
  nextAttemptAt?: Instant;
  /** It failed too often, and is not tried again before something asks for it. */
  gaveUpAt?: Instant;
  /** What the last listing could not look at. */
  unseen: UnseenPart[];
  /** By {@link itemKey}. */
  items: Record<string, LeftItem>;
};

/** By what a thing is called in an answer: `<kind>:<id>`. */
export const itemKey = ({ kind, id }: Pick<LeftThing, 'kind' | 'id'>): string => `${kind}:${id}`;
