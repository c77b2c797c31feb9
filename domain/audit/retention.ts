import type { Instant } from '../time.js';

/**
 * Years that a case is kept after it closed, where its policy gives no number.
 * As long as claims under its contracts can be brought: Limitation Act 1980 s. 5, six years; no longer: GDPR Art. 5(1)(e).
 */
export const RETENTION_YEARS = 6;

/** First instant at which a case need not be kept any more; the 29th of February becomes the 1st of March. */
export function keptUntil(closedAt: Instant, years: number = RETENTION_YEARS): Instant {
  const end = new Date(closedAt);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return end.toISOString();
}
