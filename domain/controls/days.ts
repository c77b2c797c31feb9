import { endOfDay, localDay, plusDays, startOfDay } from '../clocks/businessTime.js';
import { lately } from '../memoize.js';
import { type Said, say } from '../say.js';
import type { Day, Instant } from '../time.js';
import type { Part } from './conclude.js';
import type { Scene } from './control.js';

/** The same day of the month `count` months later; the month's last day where it is shorter. */
export const plusMonths = (day: Day, count: number): Day => monthSums(`${day} ${count}`, day, count);

const monthSums = lately(1_000, (_sum, day: Day, count: number): Day => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10);
});

/** True when the days `from` to `through`, both included, make at least that many months. */
export const spansMonths = (from: Day, through: Day, months: number): boolean =>
  plusDays(through, 1) >= plusMonths(from, months);

/** First instant after a day in the client's zone. */
export const dayEnd = ({ state }: Scene, day: Day): Instant => endOfDay(state.calendars.client, day);

/** A thing that was done on a day counts once that day has come in the client's zone; `what` names the thing. */
export function doneOn(scene: Scene, day: Day, what: Said): Part {
  const calendar = scene.state.calendars.client;
  if (day <= localDay(calendar, scene.now)) return { restsOn: [] };
  const missing = {
    what: say('controls.ahead', { what, day }),
    turn: scene.planned.owner,
    until: startOfDay(calendar, day),
  };
  return { restsOn: [], missing };
}
