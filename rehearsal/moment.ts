import { instantOf, plusDays } from '../domain/clocks/businessTime.js';
import type { Calendar } from '../domain/clocks/calendar.js';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, plusMs, toMs } from '../domain/time.js';

const UNITS = { m: MINUTE_MS, h: HOUR_MS, d: DAY_MS } as const;

/** The instant of `day 3 10:00` in the calendar's zone, or of `+2h` after `before`. */
export function instantAt(moment: string, startDate: string, calendar: Calendar, before: Instant): Instant {
  const later = /^\+(\d+)([mhd])$/.exec(moment);
  if (later) {
    const unit = later[2] === 'm' || later[2] === 'h' ? later[2] : 'd';
    return plusMs(before, Number(later[1]) * UNITS[unit]);
  }
  const [, day = '1', hour = '0', minute = '0'] = /^day (\d+) (\d\d):(\d\d)$/.exec(moment) ?? [];
  return instantOf(calendar, plusDays(startDate, Number(day) - 1), Number(hour) * 60 + Number(minute));
}

/** The day of the plan that an instant falls on, in the calendar's zone. */
export const planDay = (startDate: string, calendar: Calendar, at: Instant): number =>
  Math.floor((toMs(at) - toMs(instantOf(calendar, startDate, 0))) / DAY_MS + 1e-9) + 1;
