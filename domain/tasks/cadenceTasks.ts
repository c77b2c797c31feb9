import { ownerOfMeeting } from '../cadence/owner.js';
import type { CaseState } from '../case/state.js';
import { CONTROLS } from '../controls/index.js';
import { agreedKpis } from '../controls/kpi/kpis.js';
import { namedFor } from '../people/named.js';
import type { Instant } from '../time.js';
import { dueAfter, step, type WantedTask } from './task.js';
import { within } from './words.js';

/** Meetings that are due, and KPIs whose last reading missed its target. */
export function cadenceTasks(state: CaseState, now: Instant): WantedTask[] {
  const meetings = state.meetings
    .filter((b) => b.status === 'due')
    .map((b): WantedTask => {
      const owner = ownerOfMeeting(state.plan.meetings, b.id);
      return {
        id: `meeting:${b.id}:${b.day}`,
        title: `Hold the ${within(CONTROLS[b.id]?.title ?? b.id)} of ${b.day}`,
        assignees: namedFor(state, owner),
        role: owner,
        why: `It is part of the agreed cadence (${b.id}), and counts as missed unless it is recorded in time.`,
        how: [step(`meeting ${state.caseId} ${b.id} --day ${b.day} --attendees N --notes "…"`)],
        due: b.missesAt,
      };
    });
  return [...meetings, ...missedKpis(state, now)];
}

function missedKpis(state: CaseState, now: Instant): WantedTask[] {
  const last = new Map(state.readings.map((r) => [r.kpi, r]));
  const sets = new Map(agreedKpis(state).map((k) => [k.name, k.evalSetHash]));
  return [...last.values()]
    .filter((r) => r.missed)
    .map((r) => {
      const id = `kpi:${r.kpi}`;
      const set = sets.get(r.kpi);
      return {
        id,
        title: `KPI "${r.kpi}" missed its target`,
        assignees: namedFor(state, 'engineering-manager'),
        role: 'engineering-manager' as const,
        why: `The reading of ${r.value} (${r.source}) misses the agreed target (CA-2).`,
        how: [
          'Agree with the vendor what changes, then record the next reading:',
          step(`reading ${state.caseId} "${r.kpi}" VALUE --source "…"${set === undefined ? '' : ` --eval-set ${set}`}`),
        ],
        due: dueAfter(state, id, now),
      };
    });
}
