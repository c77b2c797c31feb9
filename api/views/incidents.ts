import { z } from 'zod';
import type { CaseState } from '../../domain/case/state.js';
import { INCIDENT_CLOCKS, isDone, STOPS, stepsOf } from '../../domain/incidents/incident.js';
import { at, person } from './parts.js';

/** An incident or a drill, with its clocks and the measured minutes of each step. */
export const incident = z.object({
  id: z.string(),
  drill: z.boolean(),
  what: z.string(),
  personalData: z.boolean(),
  reportedBy: person,
  reportedAt: at,
  vendorAwareAt: at,
  clientAwareAt: at,
  closedAt: at.optional(),
  clocks: z.array(
    z.object({
      clock: z.string(),
      from: at,
      due: at,
      stoppedAt: at.optional(),
      late: z.boolean(),
      reminded: z.number(),
    }),
  ),
  steps: z.array(
    z.object({
      step: z.string(),
      done: z.boolean(),
      at: at.optional(),
      by: person.optional(),
      minutes: z.number().optional().describe('Whole minutes since whoever had to do it became aware.'),
      lateMinutes: z.number().optional().describe('Whole minutes after the end of its clock.'),
      grounded: z.boolean().describe('Not done, because the law asks for nothing; the grounds stand in the ledger.'),
      items: z.array(z.string()).optional(),
    }),
  ),
});

export type IncidentView = z.infer<typeof incident>;

/** The incidents and drills of a case, in the order in which they were reported. */
export const incidentViews = (state: CaseState): IncidentView[] =>
  Object.values(state.incidents ?? {}).map((one) => {
    const { clocks, steps, reportedBy, ...rest } = one;
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
