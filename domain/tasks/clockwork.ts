import { invitationToldAt } from '../access/invitations.js';
import { isStuck } from '../access/report.js';
import type { Clockwork } from '../case/clockwork.js';
import type { CaseEvent } from '../case/events.js';
import { sideOf } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import { plusBusinessHours } from '../clocks/businessTime.js';
import { canonicalJson } from '../hash.js';
import { deferralInstants } from '../mail/undelivered.js';
import { byIdentity } from '../memoize.js';
import { HOUR_MS, type Instant, notAfter, plusMs } from '../time.js';
import { manualAccessInstants } from './manualAccessTasks.js';
import type { RecordedTask, Task } from './recordedTask.js';
import type { WantedTask } from './task.js';
import { wantedTasks } from './wanted.js';

const asRecorded = ({ openedAt: _o, lateSince: _l, remindedThrough: _r, ...task }: Task): RecordedTask => task;
const textOf = byIdentity((task: Task): string => canonicalJson(asRecorded(task)));

const toRecord = ({ why: _w, actions: _a, ...task }: WantedTask): RecordedTask => task;

/** Tasks are opened when rules want them, changed when they change, and closed when the thing is done. */
export const tasksClockwork: Clockwork = {
  name: 'tasks',
  facts: (state, now) => {
    const wanted = wantedTasks(state, now);
    const opened = wanted.flatMap((one): CaseEvent[] => {
      const task = toRecord(one);
      const held = state.tasks[task.id];
      if (held === undefined) return [{ type: 'TaskOpened', task }];
      return textOf(held) === canonicalJson(task) ? [] : [{ type: 'TaskChanged', task }];
    });
    const closed = Object.keys(state.tasks).flatMap((id): CaseEvent[] =>
      wanted.some((t) => t.id === id) ? [] : [{ type: 'TaskClosed', task: id }],
    );
    return [...closed, ...opened];
  },
  // A withdrawal that does not go through, an invitation that waits, and an address that says "not now", become a task by time alone.
  agenda: (state, now) => [
    ...manualAccessInstants(state),
    ...deferralInstants(state),
    ...Object.values(state.leases).flatMap((l) => invitationToldAt(state, l) ?? []),
    ...Object.values(state.leases).flatMap((l) =>
      l.want === 'absent' && l.absentAt === undefined && !isStuck(l, now) ? [plusMs(l.wantSince, HOUR_MS)] : [],
    ),
  ],
};

/** Instants at which a task is reminded of: policy hours around its due instant, in the working time of whoever holds it. */
export function reminderInstants(state: CaseState, task: Task): Instant[] {
  const { due } = task;
  if (due === undefined) return [];
  const calendar = state.calendars[sideOf(task.role)];
  return state.plan.reminders.hoursFromDue
    .map((hours) => plusBusinessHours(calendar, due, hours))
    .filter((at) => !notAfter(at, task.openedAt))
    .sort((a, b) => (notAfter(a, b) ? -1 : 1));
}

/** The reminder to send now: the latest whose time has come, when it was not dealt with; earlier ones are passed over. */
function reminderDue(state: CaseState, task: Task, now: Instant): CaseEvent[] {
  const past = reminderInstants(state, task).filter((at) => notAfter(at, now));
  const latest = past[past.length - 1];
  const dealtWith =
    latest === undefined || (task.remindedThrough !== undefined && notAfter(latest, task.remindedThrough));
  return dealtWith ? [] : [{ type: 'ReminderDue', task: task.id, at: latest }];
}

/** Lateness and reminders: each once, never a burst after a gap, none once the thing is done. */
export const remindersClockwork: Clockwork = {
  name: 'reminders',
  facts: (state, now) =>
    Object.values(state.tasks).flatMap((task): CaseEvent[] => {
      const late = task.due !== undefined && task.lateSince === undefined && notAfter(task.due, now);
      return [
        ...(late && task.due !== undefined ? [{ type: 'TaskBecameLate' as const, task: task.id, due: task.due }] : []),
        ...reminderDue(state, task, now),
      ];
    }),
  agenda: (state) =>
    Object.values(state.tasks).flatMap((task) => [
      ...(task.due !== undefined && task.lateSince === undefined ? [task.due] : []),
      ...reminderInstants(state, task).filter(
        (at) => task.remindedThrough === undefined || !notAfter(at, task.remindedThrough),
      ),
    ]),
};
