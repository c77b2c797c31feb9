import type { Instant } from '../time.js';

/** First instant at which a case need not be kept any more, the policy's years after it closed; the 29th of February becomes the 1st of March. */
export function keptUntil(closedAt: Instant, years: number): Instant {
  const end = new Date(closedAt);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return end.toISOString();
}
