import { DAY_MS, earliest, type Instant, MINUTE_MS, notAfter, plusMs, toMs } from '../time.js';
import { offsetMinutes } from './businessTime.js';
import type { Calendar } from './calendar.js';

const DAY_MINUTES = DAY_MS / MINUTE_MS;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** How far ahead shared hours are looked at: long enough to warn before a clock changes, days. */
const AHEAD_DAYS = 28;

/** Minutes that both parties are at work on one weekday of the client's: ISO, 1 is Monday. */
export type SharedDay = { weekday: number; minutes: number };

/** Working time of a weekday as minutes of the week in UTC; before 0 or beyond the week's end where the zone puts it there. */
const spanOf = (calendar: Calendar, weekday: number, offset: number): [open: number, close: number] => {
  const midnight = (weekday - 1) * DAY_MINUTES - offset;
  return [midnight + calendar.opensMinute, midnight + calendar.closesMinute];
};

/**
 * Minutes that client and vendor are both at work, for each weekday that the client works, with the clocks as they stand at `at`.
 * Pure arithmetic on both calendars; a holiday of either side is no working day and says nothing about shared hours.
 */
function sharedDays(client: Calendar, vendor: Calendar, at: Instant): SharedDay[] {
  const [ours, theirs] = [offsetMinutes(client, at), offsetMinutes(vendor, at)];
  // The week is a ring: the vendor's Monday morning may be the client's Sunday evening.
  const spans = vendor.weekdays.flatMap((w) =>
    [-WEEK_MINUTES, 0, WEEK_MINUTES].map((shift) => spanOf(vendor, w, theirs).map((m) => m + shift)),
  );
  return client.weekdays.map((weekday) => {
    const [open, close] = spanOf(client, weekday, ours);
    const shared = spans.map(([from = 0, to = 0]) => Math.max(0, Math.min(close, to) - Math.max(open, from)));
    return { weekday, minutes: shared.reduce((a, b) => a + b, 0) };
  });
}

const clockChanges = (client: Calendar, vendor: Calendar): Instant[] =>
  [...client.offsets, ...vendor.offsets].map((o) => o.from).sort((a, b) => toMs(a) - toMs(b));

/** The weekday with the least shared time in the coming four weeks, and from which change of a clock on, if it lies ahead. */
export type LeastShared = SharedDay & { from?: Instant };

function leastFrom(client: Calendar, vendor: Calendar, now: Instant): LeastShared | undefined {
  const end = plusMs(now, AHEAD_DAYS * DAY_MS);
  const ahead = clockChanges(client, vendor).filter((c) => !notAfter(c, now) && notAfter(c, end));
  const days = [undefined, ...ahead].flatMap((from) =>
    sharedDays(client, vendor, from ?? now).map((d): LeastShared => (from === undefined ? d : { ...d, from })),
  );
  return days.reduce<LeastShared | undefined>((a, b) => (a === undefined || b.minutes < a.minutes ? b : a), undefined);
}

/** Shared hours as they stand, the least of the coming four weeks, and the first instant at which either is another. */
export type SharedHours = { days: SharedDay[]; least?: LeastShared; until?: Instant };

/** The last answer for a calendar of the client; it holds until the instant that it names itself. */
const answered = new WeakMap<Calendar, { vendor: Calendar; since: Instant; hours: SharedHours }>();

/** What client and vendor share of their working time at `now`; no `least` for a client that never works. */
export function sharedHours(client: Calendar, vendor: Calendar, now: Instant): SharedHours {
  const last = answered.get(client);
  const holds =
    last?.vendor === vendor &&
    notAfter(last.since, now) &&
    (last.hours.until === undefined || !notAfter(last.hours.until, now));
  const hours = holds ? last.hours : computed(client, vendor, now);
  if (!holds) answered.set(client, { vendor, since: now, hours });
  return hours;
}

function computed(client: Calendar, vendor: Calendar, now: Instant): SharedHours {
  const at = (then: Instant): SharedHours => {
    const least = leastFrom(client, vendor, then);
    return { days: sharedDays(client, vendor, then), ...(least === undefined ? {} : { least }) };
  };
  const found = at(now);
  const said = JSON.stringify(found);
  const looks = clockChanges(client, vendor).flatMap((c) => [plusMs(c, -AHEAD_DAYS * DAY_MS), c]);
  const until = earliest(looks.filter((then) => !notAfter(then, now) && JSON.stringify(at(then)) !== said));
  return until === undefined ? found : { ...found, until };
}
