import type { CaseEvent, RecordedEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { change, put, without } from '../record.js';

export type TaskEvent = Extract<
  CaseEvent,
  { type: 'TaskOpened' | 'TaskChanged' | 'TaskClosed' | 'TaskBecameLate' | 'ReminderDue' }
>;

/** Folds the facts of tasks. A task whose due instant moves is no longer late. */
export function evolveTasks(state: CaseState, event: TaskEvent, { at }: RecordedEvent): CaseState {
  switch (event.type) {
    case 'TaskOpened':
      return { ...state, tasks: put(state.tasks, event.task.id, { ...event.task, openedAt: at }) };
    case 'TaskChanged':
      return {
        ...state,
        tasks: change(state.tasks, event.task.id, ({ lateSince, remindedThrough, openedAt, due }) => ({
          ...event.task,
          openedAt,
          ...(remindedThrough === undefined ? {} : { remindedThrough }),
          ...(lateSince === undefined || due !== event.task.due ? {} : { lateSince }),
        })),
      };
    case 'TaskClosed':
      return { ...state, tasks: without(state.tasks, event.task) };
    case 'TaskBecameLate':
      return { ...state, tasks: change(state.tasks, event.task, (t) => ({ ...t, lateSince: event.due })) };
    case 'ReminderDue':
      return { ...state, tasks: change(state.tasks, event.task, (t) => ({ ...t, remindedThrough: event.at })) };
    default: {
      const never: never = event;
      return never;
    }
  }
}
