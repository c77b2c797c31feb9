import type { CaseState } from '../case/state.js';
import { plusBusinessHours } from '../clocks/businessTime.js';
import type { Why } from '../say.js';
import type { Instant } from '../time.js';
import type { Action } from './action.js';
import type { RecordedTask } from './recordedTask.js';

/** A task as rules want it; when it was opened, was late or was reminded of is for the record. */
export type WantedTask = RecordedTask & { why: Why[]; actions: Action[] };

/** Due instant of a task without a day of its own: the policy's business hours after it was opened. */
export const dueAfter = (state: CaseState, id: string, now: Instant, hours = state.plan.numbers.taskHours): Instant =>
  plusBusinessHours(state.calendars.client, state.tasks[id]?.openedAt ?? now, hours);
