import { liesOutside } from '../access/desiredAccess.js';
import { resourcesOf } from '../access/resources.js';
import type { CaseState, Person } from '../case/state.js';
import { namedFor } from '../people/named.js';
import type { Instant } from '../time.js';
import { dueAfter, nameOf, step, type WantedTask } from './task.js';

/** Needs of accepted people that no paper can meet, as the data may not be reached from where they sit (DP-2); somebody has to take them away. */
export const regionTasks = (state: CaseState, now: Instant): WantedTask[] =>
  Object.values(state.people)
    .filter((p) => p.status === 'accepted')
    .flatMap((p) => tasksOf(state, p, now));

function tasksOf(state: CaseState, person: Person, now: Instant): WantedTask[] {
  const { id: who, country, needs } = person;
  const barred = resourcesOf(state.intake)
    .filter((r) => liesOutside(state, person, r))
    .map((r) => r.id);
  const kept = needs.filter((n) => !barred.includes(n.resource));
  const rest = kept.map((n) => `--need "${n.resource}:${n.profile}:…"`);
  return needs
    .filter((n) => barred.includes(n.resource))
    .map(({ resource }) => {
      const id = `region:${who}/${resource}`;
      const allowed = (state.intake.data.residency?.countries ?? []).join(', ');
      return {
        id,
        title: `${nameOf(who)} may not reach ${resource} from ${country}`,
        assignees: namedFor(state, 'engineering-manager'),
        role: 'engineering-manager' as const,
        why: `By the residency duty of this case it is reached from ${allowed} only, so this access stays shut (DP-2).`,
        how: [
          `Take the need away: ${step(['people', 'needs', state.caseId, who, ...rest, '--reason', '"…"'].join(' '))}`,
        ],
        due: dueAfter(state, id, now),
      };
    });
}
