import type { CaseState } from '../case/state.js';
import { afterCommonDays, type Calendars, commonDaysUntil } from '../clocks/commonDays.js';
import { type Instant, plusMs } from '../time.js';
import type { Credit, Replacement } from './replacement.js';

export const replacementsOf = (state: CaseState): Replacement[] => Object.values(state.replacements ?? {});

/** Replacements whose clock still runs. */
export const openReplacements = (state: CaseState): Replacement[] =>
  replacementsOf(state).filter((r) => r.fulfilled === undefined && r.withdrawn === undefined);

/** True while the leaver has yet to hand over to the joiner; whoever left for cause hands over nothing. */
export const awaitsHandover = (r: Replacement): boolean =>
  r.fulfilled !== undefined && !r.forCause && r.handedOverOn === undefined;

/** An end of business days moved by as many of them as lie between two instants. */
export function dueMovedBy(calendars: Calendars, due: Instant, from: Instant, to: Instant): Instant {
  const days = commonDaysUntil(calendars, from, to);
  return days === 0 ? due : afterCommonDays(calendars, plusMs(due, -1), days);
}

/** How late a replacement is at `now`, and the credit that stands for it. */
export function creditAt(
  { due, terms, heldSince }: Replacement,
  calendars: Calendars,
  now: Instant,
  monthlyRateUsd?: number,
): Credit {
  const daysLate = commonDaysUntil(calendars, plusMs(due, -1), heldSince ?? now);
  const creditPercent = Math.min(terms.creditMaxPercent, daysLate * terms.creditPercentPerDay);
  const creditUsd =
    monthlyRateUsd === undefined ? {} : { creditUsd: Math.round((monthlyRateUsd * creditPercent) / 100) };
  return { daysLate, creditPercent, ...creditUsd };
}
