import type { CaseState } from '../case/state.js';
import { isRunning } from '../clocks/pauses.js';
import { holdsTheEnd, isOfTheEnd } from '../controls/caseEnd.js';
import type { Instant } from '../time.js';
import { addressTasks } from './addressTasks.js';
import { approvalTasks } from './approvalTasks.js';
import { cadenceTasks } from './cadenceTasks.js';
import { disputeTasks } from './disputeTasks.js';
import { exceptionTasks } from './exceptionTasks.js';
import { firstDayTasks } from './firstDayTasks.js';
import { identityTasks } from './identityTasks.js';
import { incidentTasks } from './incidentTasks.js';
import { invitationTasks } from './invitationTasks.js';
import { manualAccessTasks } from './manualAccessTasks.js';
import { milestoneTasks } from './milestoneTasks.js';
import { paperTasks, peopleTasks } from './paperTasks.js';
import { recertificationTasks } from './recertificationTasks.js';
import { regionTasks } from './regionTasks.js';
import { replacementTasks } from './replacementTasks.js';
import { roleTasks } from './roleTasks.js';
import { supplyTasks } from './supplyTasks.js';
import type { WantedTask } from './task.js';
import { userEntityTasks } from './userEntityTasks.js';
import { waitingTasks } from './waitingTasks.js';

/** What a closing case still needs: what its end rests on, signatures, and waivers to decide. */
const endTasks = (state: CaseState, now: Instant): WantedTask[] =>
  Object.values(state.plan.controls).some(holdsTheEnd)
    ? [
        ...supplyTasks(state, now),
        ...paperTasks(state, now),
        ...approvalTasks(state, now).filter((t) =>
          Object.values(state.approvals).some(
            (a) => a.kind === 'waiver' && isOfTheEnd(state, a.subject) && t.id.endsWith(`:${a.id}`),
          ),
        ),
      ]
    : [];

/** What a closed case still needs: the steps of its incidents, and addresses for as long as it asks for one. */
function afterEnd(state: CaseState, now: Instant): WantedTask[] {
  const incidents = incidentTasks(state, now);
  return incidents.length === 0 ? [] : [...incidents, ...addressTasks(state, now)];
}

/** Everything that somebody has to do now, derived from the state alone; while the case is paused, only what has been given and must be taken away, and of a closing one what its end rests on. */
export function wantedTasks(state: CaseState, now: Instant): WantedTask[] {
  if (state.status === 'closed') return afterEnd(state, now).filter((t) => t.assignees.length > 0);
  const exceptions = [
    ...exceptionTasks(state, now),
    ...manualAccessTasks(state, now),
    ...incidentTasks(state, now),
    ...addressTasks(state, now),
  ];
  if (state.status === 'closing') return [...endTasks(state, now), ...exceptions].filter((t) => t.assignees.length > 0);
  if (!isRunning(state)) return exceptions;
  return [
    ...supplyTasks(state, now),
    ...waitingTasks(state, now),
    ...paperTasks(state, now),
    ...peopleTasks(state, now),
    ...roleTasks(state, now),
    ...identityTasks(state, now),
    ...invitationTasks(state, now),
    ...regionTasks(state, now),
    ...userEntityTasks(state, now),
    ...approvalTasks(state, now),
    ...cadenceTasks(state, now),
    ...milestoneTasks(state, now),
    ...firstDayTasks(state, now),
    ...disputeTasks(state, now),
    ...replacementTasks(state, now),
    ...recertificationTasks(state),
    ...exceptions,
  ].filter((t) => t.assignees.length > 0);
}
