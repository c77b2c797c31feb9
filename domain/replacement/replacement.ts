import type { PlannedControl } from '../case/plan.js';
import type { PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { type Calendars, commonDaysUntil } from '../clocks/commonDays.js';
import { type Day, type Instant, plusMs } from '../time.js';

/** What holds for one replacement from its request on (RP-1, PE-5). */
export type ReplacementTerms = {
  /** Business days of both parties within which the replacement is at work. */
  slaBusinessDays: number;
  /** Calendar days for which the leaver may stay after the joiner has started. */
  overlapMaxDays: number;
  /** Per cent of one monthly rate for each business day late. */
  creditPercentPerDay: number;
  creditMaxPercent: number;
};

/** How the leaver handed over to the joiner. */
export type Handover = {
  day: Day;
  topics: string[];
  /** Where the notes of it are. */
  link: string;
};

/** How late a replacement is, and what stands for it. */
export type Credit = {
  /** Business days of both parties after the SLA had ended. */
  daysLate: number;
  /** Per cent of one monthly rate. */
  creditPercent: number;
  /** The credit in whole US dollars, where the case knows the monthly rate. */
  creditUsd?: number;
};

/** What a replacement came to. */
export type Fulfilment = Credit & {
  joiner: PersonId;
  /** Business days of both parties from the request on. */
  businessDays: number;
  /** The leaver holds nothing from this instant on. */
  overlapEnds: Instant;
};

/** Somebody who is to be replaced; once that is done it keeps what RP-1 and the report tell. */
export type Replacement = {
  /** `replacement-<n>`, in the order of the requests. */
  id: string;
  leaver: PersonId;
  requestedAt: Instant;
  forCause: boolean;
  terms: ReplacementTerms;
  /** First instant after the last business day of the SLA. */
  due: Instant;
  /** Everybody proposed for it, those who were rejected included; the clock runs on whatever becomes of them. */
  candidates: PersonId[];
  /** Set once, when the SLA had ended without a replacement. */
  breachedAt?: Instant;
  fulfilled?: Fulfilment & { at: Instant };
  /** Set once, when nobody is wanted any more; what was owed until then stays owed. */
  withdrawn?: Credit & { at: Instant };
  /** The day on which the leaver handed over to the joiner. */
  handedOverOn?: Day;
};

export const replacementsOf = (state: CaseState): Replacement[] => Object.values(state.replacements ?? {});

/** Replacements whose clock still runs. */
export const openReplacements = (state: CaseState): Replacement[] =>
  replacementsOf(state).filter((r) => r.fulfilled === undefined && r.withdrawn === undefined);

/** True while the leaver has yet to hand over to the joiner; whoever left for cause hands over nothing. */
export const awaitsHandover = (r: Replacement): boolean =>
  r.fulfilled !== undefined && !r.forCause && r.handedOverOn === undefined;

/** Business days of the SLA: the policy's, or fewer where the vendor's own terms offer fewer (PE-5). */
export function slaDaysOf(state: CaseState, planned: PlannedControl): number {
  const offered = state.evidence['PE-5']?.form.slaBusinessDays;
  const most = planned.numbers?.slaBusinessDays ?? 0;
  return typeof offered === 'number' && offered >= 1 ? Math.min(offered, most) : most;
}

/** How late a replacement is at `now`, and the credit that stands for it. */
export function creditAt(
  { due, terms }: Replacement,
  calendars: Calendars,
  now: Instant,
  monthlyRateUsd?: number,
): Credit {
  const daysLate = commonDaysUntil(calendars, plusMs(due, -1), now);
  const creditPercent = Math.min(terms.creditMaxPercent, daysLate * terms.creditPercentPerDay);
  const creditUsd =
    monthlyRateUsd === undefined ? {} : { creditUsd: Math.round((monthlyRateUsd * creditPercent) / 100) };
  return { daysLate, creditPercent, ...creditUsd };
}
