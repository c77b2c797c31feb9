import { liesOutside } from '../access/desiredAccess.js';
import { resourcesOf } from '../access/resources.js';
import type { CaseState, Person } from '../case/state.js';
import { namedFor } from '../people/named.js';
import { type Said, say } from '../say.js';
import type { Instant } from '../time.js';
import { dueAfter, type WantedTask } from './task.js';

/** Needs of accepted people that no paper can meet, as the data may not be reached from where they sit (DP-2); somebody has to take them away. */
export const regionTasks = (state: CaseState, now: Instant): WantedTask[] =>
  Object.values(state.people)
    .filter((p) => p.status === 'accepted')
    .flatMap((p) => tasksOf(state, p, now));

function tasksOf(state: CaseState, person: Person, now: Instant): WantedTask[] {
  const { id: who, country, needs } = person;
  const barred = resourcesOf(state.intake)
    .filter((r) => liesOutside(state, person, r, now))
    .map((r) => r.ref);
  const kept = needs
    .filter((n) => !barred.includes(n.resource))
    .map(({ resource, profile, task }) => ({ resource, profile, task }));
  return needs
    .filter((n) => barred.includes(n.resource))
    .map(({ resource }) => {
      const id = `region:${who}/${resource}`;
      return {
        id,
        what: say('tasks.region', { person: who, resource, country }),
        assignees: namedFor(state, 'engineering-manager'),
        role: 'engineering-manager',
        why: [whyOf(state, country)],
        actions: [
          { do: 'SetNeeds', with: { person: who, needs: kept }, ask: ['reason'], say: say('tasks.region-how') },
        ],
        due: dueAfter(state, id, now),
      };
    });
}

/** The countries of the residency duty, or that a ground is missing. */
function whyOf({ intake }: CaseState, country: string): Said {
  const countries = intake.data.residency?.countries ?? [];
  return countries.length === 0 || countries.includes(country)
    ? say('tasks.region-no-ground', { country })
    : say('tasks.region-allowed', { countries });
}
