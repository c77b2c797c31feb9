import { type LeastShared, sharedHours } from '../../clocks/sharedHours.js';
import { type Said, say } from '../../say.js';
import { conclude, notSupplied, numberOf } from '../conclude.js';
import { defineFact } from '../control.js';

const hours = (minutes: number): number => Math.round(minutes / 6) / 10;

const tooFew = ({ weekday, minutes, from }: LeastShared, minimum: number): Said =>
  say(from === undefined ? 'CA-4.too-few-hours' : 'CA-4.too-few-hours-from', {
    weekday,
    hours: hours(minutes),
    minimum,
    from,
  });

/**
 * Shared working hours, from the calendars of both parties: by weekday, with the clock changes of the coming four weeks.
 * A minimum of its own holds for staff augmentation, where the client's managers lead each person day by day.
 */
export const CA4 = defineFact({
  id: 'CA-4',
  title: 'Shared working hours computed from both time zones',
  area: 'cadence',
  risk: 'quality',
  nist: 'map',
  subject: 'case',
  numbers: ['minimumSharedHours', 'minimumSharedHoursStaffAugmentation'],
  suppliedBy: [],
  assess(_none, scene) {
    const { state, planned, now } = scene;
    const { client, vendor } = state.calendars;
    if (client.version === 'none' || vendor.version === 'none') return notSupplied(scene, say('CA-4.not-computed'));
    const augmented = state.plan.model.chosen === 'staff-augmentation';
    const minimum = numberOf(scene, augmented ? 'minimumSharedHoursStaffAugmentation' : 'minimumSharedHours');
    const { days, least, until } = sharedHours(client, vendor, now);
    if (least === undefined) return notSupplied(scene, say('CA-4.no-working-day'));
    const ends = until === undefined ? {} : { until };
    if (least.minutes < minimum * 60) {
      const missing = { what: tooFew(least, minimum), turn: planned.owner, ...ends };
      return conclude(scene, [], [{ restsOn: [], missing }]);
    }
    const each = days.map((d) => `${d.weekday}=${hours(d.minutes)}`);
    return conclude(scene, [], [{ restsOn: [`shared-hours:${each.join(',')}`], ...ends }]);
  },
});
