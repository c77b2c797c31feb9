import { type LeastShared, sharedHours } from '../../clocks/sharedHours.js';
import { conclude, notSupplied, numberOf } from '../conclude.js';
import { defineFact } from '../control.js';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const hours = (minutes: number): string => String(Math.round(minutes / 6) / 10);

const sentence = ({ weekday, minutes, from }: LeastShared, minimum: number): string =>
  `On ${WEEKDAYS[weekday - 1]}s both parties are at work together for ${hours(minutes)} hours${from === undefined ? '' : ` from ${from.slice(0, 10)} on`}; the policy asks for ${minimum}.`;

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
    if (client.version === 'none' || vendor.version === 'none')
      return notSupplied(scene, 'The working time of both parties is not computed yet.');
    const augmented = state.plan.model.chosen === 'staff-augmentation';
    const minimum = numberOf(scene, augmented ? 'minimumSharedHoursStaffAugmentation' : 'minimumSharedHours');
    const { days, least, until } = sharedHours(client, vendor, now);
    if (least === undefined) return notSupplied(scene, 'The client has no working day; put its calendar right.');
    const ends = until === undefined ? {} : { until };
    if (least.minutes < minimum * 60) {
      const missing = { what: sentence(least, minimum), turn: planned.owner, ...ends };
      return conclude(scene, [], [{ restsOn: [], missing }]);
    }
    const each = days.map((d) => `${d.weekday}=${hours(d.minutes)}`);
    return conclude(scene, [], [{ restsOn: [`shared-hours:${each.join(',')}`], ...ends }]);
  },
});
