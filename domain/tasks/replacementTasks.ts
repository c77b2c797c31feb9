import type { CaseState } from '../case/state.js';
import { namedFor } from '../people/named.js';
import { awaitsHandover, openReplacements, replacementsOf } from '../replacement/clock.js';
import type { Replacement } from '../replacement/replacement.js';
import { say } from '../say.js';
import { type Instant, toMs } from '../time.js';
import { dueAfter, type WantedTask } from './task.js';

/** Replacements without a candidate who may still come, and handovers that are owed (RP-1). */
export const replacementTasks = (state: CaseState, now: Instant): WantedTask[] => [
  ...openReplacements(state).flatMap((r) => propose(state, r)),
  ...replacementsOf(state)
    .filter(awaitsHandover)
    .map((r) => handOver(state, r, now)),
];

function propose(state: CaseState, r: Replacement): WantedTask[] {
  const statuses = r.candidates.map((id) => state.people[id]?.status);
  if (statuses.includes('proposed') || statuses.includes('accepted')) return [];
  const { slaBusinessDays, creditPercentPerDay, creditMaxPercent } = r.terms;
  return [
    {
      id: `replace:${r.id}`,
      what: say('tasks.replace', { person: r.leaver }),
      assignees: namedFor(state, 'vendor-contact'),
      role: 'vendor-contact',
      why: [
        say('tasks.replace-terms', {
          since: r.requestedAt,
          days: slaBusinessDays,
          percent: creditPercentPerDay,
          most: creditMaxPercent,
        }),
      ],
      actions: [{ do: 'ProposePerson', with: { replaces: r.id }, ask: ['person', 'employer', 'country', 'jobRole'] }],
      due: r.due,
    },
  ];
}

/** The leaver's last instant, where it came after the joiner's start. */
function leavesLater(state: CaseState, { leaver, fulfilled }: Replacement): Instant | undefined {
  const last = state.people[leaver]?.lastInstant;
  return last !== undefined && fulfilled !== undefined && toMs(last) > toMs(fulfilled.at) ? last : undefined;
}

function handOver(state: CaseState, r: Replacement, now: Instant): WantedTask {
  const id = `handover:${r.id}`;
  return {
    id,
    what: say('tasks.hand-over', { leaver: r.leaver, joiner: r.fulfilled?.joiner ?? r.leaver }),
    assignees: namedFor(state, 'vendor-contact'),
    role: 'vendor-contact',
    why: [say('tasks.hand-over-why')],
    actions: [{ do: 'RecordHandover', with: { replacement: r.id }, ask: ['form'] }],
    due: leavesLater(state, r) ?? dueAfter(state, id, now),
  };
}
