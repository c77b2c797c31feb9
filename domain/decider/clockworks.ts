import { leasesClockwork } from '../access/clockwork.js';
import { accessRequestsClockwork } from '../accessRequests/clockwork.js';
import { approvalsClockwork } from '../approvals/clockwork.js';
import { cadenceClockwork } from '../cadence/clockwork.js';
import type { Clockwork } from '../case/clockwork.js';
import { lapsesClockwork } from '../clocks/lapses.js';
import { turnClockwork } from '../clocks/turn.js';
import { controlsClockwork } from '../controls/clockwork.js';
import { firstDaysClockwork } from '../firstDays/clockwork.js';
import { flagsClockwork, waiversClockwork } from '../flags/clockwork.js';
import { incidentsClockwork } from '../incidents/clockwork.js';
import { milestonesClockwork } from '../milestones/clockwork.js';
import { papersClockwork } from '../papers/clockwork.js';
import { peopleClockwork } from '../people/clockwork.js';
import { recertificationClockwork } from '../recertification/clockwork.js';
import { replacementsClockwork } from '../replacement/clockwork.js';
import { remindersClockwork, tasksClockwork } from '../tasks/clockwork.js';

/**
 * Everything that rules and time make true, causes before consequences: a later one runs only when the earlier ones have nothing more to say,
 * so that a meeting missed during a gap opens no task, and access falls before anybody is told.
 */
export const CLOCKWORKS: readonly Clockwork[] = [
  papersClockwork,
  peopleClockwork,
  waiversClockwork,
  replacementsClockwork,
  recertificationClockwork,
  controlsClockwork,
  flagsClockwork,
  accessRequestsClockwork,
  approvalsClockwork,
  leasesClockwork,
  cadenceClockwork,
  milestonesClockwork,
  firstDaysClockwork,
  incidentsClockwork,
  tasksClockwork,
  remindersClockwork,
  lapsesClockwork,
  turnClockwork,
];

/** What still runs in a closed case: the clocks of its incidents, and what they ask of people. */
export const AFTER_END: readonly Clockwork[] = [incidentsClockwork, tasksClockwork, remindersClockwork];
