import { planDayEnd } from '../approvals/stages.js';
import type { PlannedControl } from '../case/plan.js';
import type { CaseState } from '../case/state.js';
import { earliest, type Instant, plusMs, toMs } from '../time.js';
import { endOfDay, isWorkingDay, localDay, plusBusinessHours, plusDays } from './businessTime.js';
import { movedByPauses } from './pauses.js';

/** What a control of the plan is doing at this moment, for tasks, lists and the report. */
export type Duty =
  /** Stands behind a gate that is not open, or behind the `pause` of the case: waiting, never late. */
  { phase: 'waiting'; behind: string[]; day?: number } | { phase: 'running'; due?: Instant };

/** The end of a period of days; where the policy says so, it moves off a day off of whoever it binds, left out the client. */
export function lastDayEnd({ plan, calendars }: CaseState, end: Instant, calendar = calendars.client): Instant {
  if (plan.movesOffDaysOff !== true) return end;
  let day = localDay(calendar, plusMs(end, -1));
  for (let i = 0; i < LONGEST_MOVE_DAYS && !isWorkingDay(calendar, day); i++) day = plusDays(day, 1);
  return endOfDay(calendar, day);
}

/** Longest stretch of days off that is looked through. */
const LONGEST_MOVE_DAYS = 30;

/** Latest opening of the gates that a control stands behind. */
function freedAt(state: CaseState, control: PlannedControl): Instant | undefined {
  const opened = (control.behind ?? []).flatMap((s) => state.stagesDone[s] ?? []);
  return opened.sort((a, b) => toMs(b) - toMs(a))[0];
}

/** The day of the plan by which a tracked control is due. */
export const dueDay = (control: PlannedControl): number | undefined =>
  control.binding.kind === 'track' || control.binding.kind === 'checkpoint' ? control.binding.day : undefined;

/**
 * Whether a control can be worked on, and by when it is due. Behind a shut gate it waits; when the gate, or the case itself, opens after the day of the plan, or so
 * shortly before it that the policy's grace would be cut, the grace counts from the opening.
 */
export function dutyOf(state: CaseState, control: PlannedControl): Duty {
  const shut: string[] = (control.behind ?? []).filter((s) => state.stagesDone[s] === undefined);
  const behind = state.pause === undefined ? shut : [...shut, 'pause'];
  const day = dueDay(control);
  if (behind.length > 0) return { phase: 'waiting', behind, ...(day === undefined ? {} : { day }) };
  if (day === undefined) return { phase: 'running' };
  const planned = lastDayEnd(state, planDayEnd(state, day));
  // A case that is opened after that day of its plan starts late by nobody's fault.
  const freed = freedAt(state, control) ?? (toMs(planned) < toMs(state.openedAt) ? state.openedAt : undefined);
  if (freed === undefined) return { phase: 'running', due: planned };
  const hours = state.plan.numbers.graceHoursAfterGate;
  const grace = movedByPauses(state, freed, plusBusinessHours(state.calendars.client, freed, hours));
  return { phase: 'running', due: earliest([planned, grace]) === planned ? grace : planned };
}
