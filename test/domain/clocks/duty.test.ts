import { cadenceClockwork } from '../../../domain/cadence/clockwork.js';
import { weekEnd } from '../../../domain/clocks/businessTime.js';
import { lastDayEnd } from '../../../domain/clocks/duty.js';
import { loadPolicy } from '../../../policy/loadPolicy.js';
import { parsePolicy } from '../../../policy/policyFile.js';
import { atWork } from '../../support/domain/wayToWork.js';

/** Berlin, where 3 October 2026 is a holiday and a Saturday. */
const SATURDAY = '2026-10-03T22:00:00.000Z';

test('given a last day that falls on a day off, then it moves to the end of the next working day where the policy says so', () => {
  const { state } = atWork();
  expect(lastDayEnd(state, SATURDAY)).toBe(SATURDAY);
  const moved = { ...state, plan: { ...state.plan, movesOffDaysOff: true as const } };
  expect(lastDayEnd(moved, SATURDAY)).toBe('2026-10-05T22:00:00.000Z');
  expect(lastDayEnd(moved, '2026-10-02T22:00:00.000Z')).toBe('2026-10-02T22:00:00.000Z');
});

test('given a policy that moves last days, then a tracked item that is due on a Saturday is due on Monday', () => {
  const text = `${loadPolicy()}\nlastDayMovesToWorkingDay: true\n`;
  expect(parsePolicy(text).ok).toBe(true);
  const due = (policy?: string) => atWork(policy).state.tasks['item:ON-3']?.due;
  // Day 5 of the plan is Saturday, 5 September 2026.
  expect([due(), due(text)]).toEqual(['2026-09-05T22:00:00.000Z', '2026-09-07T22:00:00.000Z']);
});

test('given a weekend on Friday and Saturday, then the week ends with Saturday, and else with Sunday', () => {
  const { client } = atWork().state.calendars;
  expect(weekEnd(client, '2026-09-09')).toBe('2026-09-13');
  const early = { ...client, weekdays: [1, 2, 3, 4, 7] };
  expect([weekEnd(early, '2026-09-09'), weekEnd(early, '2026-09-13'), weekEnd(early, '2026-09-12')]).toEqual([
    '2026-09-12',
    '2026-09-19',
    '2026-09-12',
  ]);
});

test('given a meeting that the vendor has to hold, then it is due on the vendor’s working days, and one of the client’s on the client’s', () => {
  const book = atWork();
  const { calendars, plan } = book.state;
  const off = { ...calendars.vendor, holidays: ['2026-09-02'] };
  const dueOn = (owner: 'vendor-contact' | 'engineering-manager') => {
    const meetings = plan.meetings.filter((m) => m.every === 'working-day').map((m) => ({ ...m, owner }));
    const state = {
      ...book.state,
      meetings: [],
      plan: { ...plan, meetings },
      calendars: { ...calendars, vendor: off },
    };
    return cadenceClockwork
      .facts(state, '2026-09-04T08:00:00.000Z')
      .flatMap((e) => (e.type === 'MeetingDue' ? [e.day] : []));
  };
  expect([dueOn('vendor-contact'), dueOn('engineering-manager')]).toEqual([['2026-09-03'], ['2026-09-02']]);
});
