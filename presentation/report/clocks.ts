import type { z } from 'zod';
import type { cadenceItem, clockItem } from '../../contract/report.js';
import { sideOfMeeting } from '../../domain/cadence/owner.js';
import type { RecordedEvent } from '../../domain/case/events.js';
import type { PlannedMeeting } from '../../domain/case/plan.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { type Instant, toMs } from '../../domain/time.js';
import { wordsOf } from '../words/words.js';

export type ClockItem = z.infer<typeof clockItem>;
export type CadenceItem = z.infer<typeof cadenceItem>;

/** Every task that was ever open: when due, when done, and by how much late. */
export function taskClocks(rows: RecordedEvent[], now: Instant): ClockItem[] {
  const all: ClockItem[] = [];
  const current = new Map<string, ClockItem>();
  for (const { at, event } of rows) {
    if (event.type === 'TaskOpened') {
      const { id, what, assignees, role, due } = event.task;
      const item = { task: id, title: wordsOf(what), assignees, role, openedAt: at, due, lateByMs: 0, reminders: 0 };
      current.set(id, item);
      all.push(item);
    }
    if (event.type === 'TaskChanged') {
      const { id, what, assignees, due } = event.task;
      const item = current.get(id);
      if (item !== undefined) Object.assign(item, { title: wordsOf(what), assignees, due });
    }
    if (event.type !== 'TaskClosed' && event.type !== 'TaskBecameLate' && event.type !== 'ReminderDue') continue;
    const item = current.get(event.task);
    if (item === undefined) continue;
    if (event.type === 'TaskBecameLate') item.lateSince = at;
    if (event.type === 'ReminderDue') item.reminders++;
    if (event.type === 'TaskClosed') {
      item.closedAt = at;
      current.delete(event.task);
    }
  }
  return all.map((item) => ({ ...item, lateByMs: lateBy(item, now) }));
}

const lateBy = ({ due, closedAt }: ClockItem, now: Instant): number =>
  due === undefined ? 0 : Math.max(0, toMs(closedAt ?? now) - toMs(due));

type Counted = CadenceItem & { heads: number };

/** A miss that was answered is no longer disputed; one that was held after all is no miss. */
function answered(
  item: Counted,
  { answer, when, attendees = 0 }: Extract<RecordedEvent['event'], { type: 'DisputeAnswered' }>,
  side: 'client' | 'vendor' | undefined,
): void {
  item.disputedDays = item.disputedDays.filter((day) => day !== when);
  if (answer === 'uphold') return;
  item.held++;
  item.heads += attendees;
  item.missed--;
  item.missedDays = item.missedDays.filter((day) => day !== when);
  if (side !== undefined) item.missedBy[side]--;
}

/** Attendance of the cadence: meetings due, held, missed, and whose miss it was by the plan of that day. */
export function cadence(rows: RecordedEvent[]): CadenceItem[] {
  const all = new Map<string, Counted>();
  let planned: PlannedMeeting[] = [];
  const sides = new Map<string, 'client' | 'vendor'>();
  const of = (meeting: string) => {
    const found = all.get(meeting) ?? {
      meeting,
      title: CONTROLS[meeting]?.title ?? meeting,
      held: 0,
      missed: 0,
      due: 0,
      attendees: 0,
      missedDays: [],
      disputedDays: [],
      missedBy: { client: 0, vendor: 0 },
      heads: 0,
    };
    all.set(meeting, found);
    return found;
  };
  for (const { event } of rows) {
    if (event.type === 'CaseOpened' || event.type === 'PlanRecompiled') planned = event.plan.meetings;
    if (event.type === 'MeetingDue') of(event.meeting).due++;
    if (event.type === 'MeetingHeld') {
      const item = of(event.meeting);
      item.held++;
      item.heads += event.attendees;
    }
    if (event.type === 'MeetingMissed') {
      const item = of(event.meeting);
      item.missed++;
      item.missedDays.push(event.day);
      const side = sideOfMeeting(planned, event.meeting);
      item.missedBy[side]++;
      sides.set(`${event.meeting} ${event.day}`, side);
    }
    if (event.type === 'DisputeRaised' && event.about === 'meeting') of(event.of).disputedDays.push(event.when);
    if (event.type === 'DisputeAnswered' && event.about === 'meeting')
      answered(of(event.of), event, sides.get(`${event.of} ${event.when}`));
  }
  return [...all.values()].map(({ heads, ...item }) => ({
    ...item,
    attendees: item.held === 0 ? 0 : Math.round((heads / item.held) * 10) / 10,
  }));
}
