import { ownerOfMeeting } from '../cadence/owner.js';
import type { CaseState } from '../case/state.js';
import { agreedKpis } from '../controls/kpi/kpis.js';
import { disputeOn } from '../disputes/disputes.js';
import { namedFor } from '../people/named.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { dueAfter, type WantedTask } from './task.js';

/** Meetings that are due, and KPIs whose last reading missed its target. */
export function cadenceTasks(state: CaseState, now: Instant): WantedTask[] {
  const meetings = state.meetings
    .filter((b) => b.status === 'due')
    .map((b): WantedTask => {
      const owner = ownerOfMeeting(state.plan.meetings, b.id);
      return {
        id: `meeting:${b.id}:${b.day}`,
        what: say('tasks.meeting', { control: b.id, day: b.day }),
        assignees: namedFor(state, owner),
        role: owner,
        why: [say('tasks.meeting-agreed', { control: b.id })],
        actions: [{ do: 'RecordMeeting', with: { meeting: b.id, day: b.day }, ask: ['attendees', 'notes'] }],
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
    .map(({ kpi, value, source, beside, ref = '' }): WantedTask => {
      const id = `kpi:${kpi}`;
      const evalSetHash = sets.get(kpi);
      const disputed = disputeOn(state, ref);
      return {
        id,
        what: say('tasks.kpi', { kpi }),
        assignees: namedFor(state, 'engineering-manager'),
        role: 'engineering-manager',
        why: [
          say('tasks.kpi-missed', { value, source }),
          ...(beside === undefined ? [] : [say('tasks.kpi-beside', { value: beside.value, source: beside.source })]),
          ...(disputed === undefined ? [] : [say('tasks.kpi-disputed', { dispute: disputed.id })]),
        ],
        actions: [
          {
            do: 'RecordReading',
            with: { kpi, ...(evalSetHash === undefined ? {} : { evalSetHash }) },
            ask: ['value', 'source'],
            say: say('tasks.kpi-agree'),
          },
        ],
        due: dueAfter(state, id, now),
      };
    });
}
