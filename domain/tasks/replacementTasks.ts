import type { CaseState } from '../case/state.js';
import { namedFor } from '../people/named.js';
import { awaitsHandover, openReplacements, replacementsOf } from '../replacement/clock.js';
import type { Replacement } from '../replacement/replacement.js';
import { type Instant, toMs } from '../time.js';
import { dueAfter, nameOf, step, type WantedTask } from './task.js';

/** Replacements without a candidate who may still come, and handovers that are owed (RP-1). */
export const replacementTasks = (state: CaseState, now: Instant): WantedTask[] => [
  ...openReplacements(state).flatMap((r) => propose(state, r)),
  ...replacementsOf(state)
    .filter(awaitsHandover)
    .map((r) => handOver(state, r, now)),
];

function propose(state: CaseState, r: Replacement): WantedTask[] {
  const standing = r.candidates.map((id) => state.people[id]?.status);
  if (standing.includes('proposed') || standing.includes('accepted')) return [];
  const { slaBusinessDays, creditPercentPerDay, creditMaxPercent } = r.terms;
  return [
    {
      id: `replace:${r.id}`,
      title: `Propose somebody in the place of ${nameOf(r.leaver)}`,
      assignees: namedFor(state, 'vendor-contact'),
      role: 'vendor-contact',
      why: `The clock of ${r.id} runs since ${r.requestedAt}: ${slaBusinessDays} business days until somebody may start, whatever becomes of candidates; after that ${creditPercentPerDay} % of a monthly rate is credited for each, up to ${creditMaxPercent} % (RP-1).`,
      how: [
        step(
          `people propose ${state.caseId} NAME --email ADDRESS --employer COMPANY --country PL --job-role "…" --replaces ${r.id}`,
        ),
      ],
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
    title: `Hand over from ${nameOf(r.leaver)} to ${nameOf(r.fulfilled?.joiner ?? r.leaver)}`,
    assignees: namedFor(state, 'vendor-contact'),
    role: 'vendor-contact',
    why: 'What the leaver knows stays with the team; the replacement is complete once it is handed over (RP-1).',
    how: [step(`replace handover ${state.caseId} ${r.id} --day DAY --topic "…" --topic "…" --link https://…`)],
    due: leavesLater(state, r) ?? dueAfter(state, id, now),
  };
}
