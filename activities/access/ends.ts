import type { OtherWant } from '../../domain/access/sharedPlace.js';
import { type Instant, latest, plusMs, toMs } from '../../domain/time.js';
import type { EffectContext } from '../contract.js';
import type { Openable } from './openWhileAllowed.js';

/** Ends that are less apart are the same, milliseconds. */
const SAME_END_MS = 60_000;

/** Until when a provider that closes by itself is told to let in: the last end of all that is granted there. */
export const latestEnd = (own: Openable | undefined, others: readonly OtherWant[]): Instant | undefined =>
  latest([own?.notAfter, ...others.map(({ until }) => until)]);

/**
 * The end at which the provider closes by itself, in the time of the case: that of the papers where it is the one that was asked for, null
 * where it never does. Undefined where it has no such thing, or nothing is granted.
 */
export function seenEnd(
  { until }: { until?: Instant | null },
  own: Openable | undefined,
  others: readonly OtherWant[],
  { clockOffsetMs }: EffectContext,
): Instant | null | undefined {
  if (until === undefined || own === undefined) return undefined;
  if (until === null) return null;
  const seen = plusMs(until, clockOffsetMs);
  const asked = latestEnd(own, others) ?? own.notAfter;
  return Math.abs(toMs(seen) - toMs(asked)) <= SAME_END_MS ? own.notAfter : seen;
}
