import type { Report } from '../../contract/report.js';
import { type Block, tableOr } from '../page/page.js';
import { dayText } from '../words/dates.js';
import { listed } from '../words/fill.js';

type Meeting = Report['clocks']['cadence'][number];

/** By whom meetings were missed: `the vendor`; with numbers where both sides missed some; empty when none was missed. */
export function missedBy({ missedBy: { client, vendor } }: Pick<Meeting, 'missedBy'>): string {
  if (client > 0 && vendor > 0) return `the client (${client}) and the vendor (${vendor})`;
  return client > 0 ? 'the client' : vendor > 0 ? 'the vendor' : '';
}

/** Attendance of the meetings of the cadence. */
export const meetingsTable = (meetings: Meeting[]): Block =>
  tableOr(
    'No meeting was due yet.',
    [
      { title: 'Meeting' },
      { title: 'Due', kind: 'num' },
      { title: 'Held', kind: 'num' },
      { title: 'Missed', kind: 'num' },
      { title: 'Missed by' },
      { title: 'Attendees', kind: 'num' },
      { title: 'Missed on' },
    ],
    meetings.map((one) => [
      one.title,
      String(one.due),
      String(one.held),
      String(one.missed),
      missedBy(one),
      String(one.attendees),
      listed(
        one.missedDays.map((day) => `${dayText(day)}${one.disputedDays.includes(day) ? ' (disputed)' : ''}`),
        'and',
      ),
    ]),
  );
