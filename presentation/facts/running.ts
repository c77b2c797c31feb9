import { controlOfFact } from '../../domain/controls/index.js';
import { dayText, instantText } from '../words/dates.js';
import { amount } from '../words/figures.js';
import { usd } from '../words/money.js';
import type { Narrators } from './fact.js';
import { controlText } from './names.js';

type RunningFact = 'MeetingDue' | 'MeetingHeld' | 'MeetingMissed' | 'ReadingRecorded' | 'InvoiceRecorded';

/** Facts of meetings, KPIs and invoices. */
export const RUNNING: Narrators<RunningFact> = {
  MeetingDue: ({ meeting, day, due }, { zone }) => ({
    kind: 'meeting',
    mark: 'wait',
    text: `${controlText(meeting)} of ${dayText(day)} due by ${instantText(due, zone)}`,
    about: { control: meeting },
  }),
  MeetingHeld: ({ meeting, day, attendees, notes }) => ({
    kind: 'meeting',
    mark: 'good',
    text: `${controlText(meeting)} of ${dayText(day)} held with ${amount(attendees, 'attendee')}`,
    why: notes,
    about: { control: meeting },
  }),
  MeetingMissed: ({ meeting, day }) => ({
    kind: 'meeting',
    mark: 'bad',
    text: `${controlText(meeting)} of ${dayText(day)} missed`,
    about: { control: meeting },
  }),
  ReadingRecorded: ({ kpi, value, missed, source }) => ({
    kind: 'kpi',
    mark: missed ? 'bad' : 'good',
    text: `KPI ${kpi}: ${value}, target ${missed ? 'missed' : 'reached'}`,
    why: source,
    about: { kpi },
  }),
  InvoiceRecorded: ({ month, billedUsd, engineers, note }) => ({
    kind: 'kpi',
    mark: 'note',
    text: `Invoice for ${month}: ${usd(billedUsd)} for ${amount(engineers, 'engineer')}`,
    why: note,
    about: { control: controlOfFact('InvoiceRecorded') },
  }),
};
