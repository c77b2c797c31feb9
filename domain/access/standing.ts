import type { Instant } from '../time.js';

/** How a name stands at its provider: asked for and found, not known there, found once and no more, or asked for without an answer so far. */
export type Standing = {
  is: 'known' | 'unknown' | 'gone' | 'unasked';
  at: Instant;
  /** Times that it was asked for in vain. */
  attempts: number;
  nextAttemptAt?: Instant;
};

/** A place at a provider: the id that it keeps for good, and the name that it goes by now (design, decision 24). */
export type KnownPlace = { id: string; name: string };

/** How a resource stands at its provider. */
export type PlaceStanding = Standing & {
  /** Set once it was found; it stays when the place is gone. */
  place?: KnownPlace;
};

/** How the accounts of a person stand at their providers. */
export type AccountStanding = Standing & {
  /** Of which of the things told of the person it is said. */
  of: string;
  /** At which it is so; none while nobody has answered. */
  providers: string[];
};
