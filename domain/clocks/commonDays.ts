import type { Day, Instant } from '../time.js';
import { endOfDay, isWorkingDay, localDay, plusDays } from './businessTime.js';
import type { Calendar } from './calendar.js';

/** The working time of both parties. */
export type Calendars = { client: Calendar; vendor: Calendar };

/** Longest stretch that is looked through, days: parties who never work on the same day have no business day in common. */
const LONGEST_DAYS = 2000;

const worksForBoth = ({ client, vendor }: Calendars, day: Day): boolean =>
  isWorkingDay(client, day) && isWorkingDay(vendor, day);

/**
 * First instant after the `count`-th business day of both parties. The day on which the clock starts does not count, and the last day counts to
 * its end (Regulation (EEC, Euratom) No 1182/71, Art. 3); days are the client's.
 */
export function afterCommonDays(calendars: Calendars, from: Instant, count: number): Instant {
  const first = localDay(calendars.client, from);
  let day = first;
  let left = count;
  for (let i = 1; i <= LONGEST_DAYS && left > 0; i++) {
    day = plusDays(first, i);
    if (worksForBoth(calendars, day)) left -= 1;
  }
  return endOfDay(calendars.client, day);
}

/** Business days of both parties after the day of `from`, up to the day of `to` and with it. */
export function commonDaysUntil(calendars: Calendars, from: Instant, to: Instant): number {
  const first = localDay(calendars.client, from);
  const last = localDay(calendars.client, to);
  let count = 0;
  for (let day = plusDays(first, 1); day <= last; day = plusDays(day, 1)) if (worksForBoth(calendars, day)) count += 1;
  return count;
}
