import type { IncidentView } from '../../contract/incident.js';
import type { CaseState } from '../../domain/case/state.js';
import { INCIDENT_CLOCKS, isDone, STOPS, stepsOf } from '../../domain/incidents/incident.js';

/** The incidents and drills of a case, in the order in which they were reported. */
export const incidentViews = (state: CaseState): IncidentView[] =>
  Object.values(state.incidents ?? {}).map((one) => {
    const { clocks, steps, reportedBy, stated: _stated, processor: _processor, ...rest } = one;
    return {
      ...rest,
      reportedBy: reportedBy.person,
      clocks: INCIDENT_CLOCKS.flatMap((clock) => {
        const running = clocks[clock];
        if (running === undefined) return [];
        const { from, due, late = false, reminded = 0 } = running;
        return [{ clock, from, due, stoppedAt: steps[STOPS[clock]]?.at, late, reminded }];
      }),
      steps: stepsOf(one).map((step) => ({
        step,
        done: isDone(one, step),
        ...steps[step],
        grounded: steps[step]?.grounded ?? false,
      })),
    };
  });
