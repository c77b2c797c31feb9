import type { Day, Instant } from '../time.js';

/**
 * A party's working time as data: computed by an activity from zone and holidays, carried in the record, only compared here.
 * Covers the days `from` to `through`, both included.
 */
export type Calendar = {
  timeZone: string;
  /** What the dates were computed from: library, its version and region. */
  version: string;
  from: Day;
  through: Day;
  /** Offset of the zone from UTC, minutes, from each instant on; sorted. */
  offsets: { from: Instant; minutes: number }[];
  /** ISO weekdays worked: 1 is Monday. */
  weekdays: number[];
  /** Minutes after local midnight. */
  opensMinute: number;
  closesMinute: number;
  holidays: Day[];
};
