import type { CaseState } from '../case/state.js';
import { certifiersOf, lesserProfiles, unansweredLeases } from '../recertification/round.js';
import { say } from '../say.js';
import type { WantedTask } from './task.js';

/** Accesses of the running round that wait for their owner's answer (AR-1). */
export const recertificationTasks = (state: CaseState): WantedTask[] =>
  unansweredLeases(state).map(({ id, person, resource, permission }) => {
    const { role, people } = certifiersOf(state, person);
    const need = state.people[person]?.needs.find((n) => n.resource === resource);
    const [lesser] = lesserProfiles(state, resource, need?.profile ?? '');
    const ways = [
      { decision: 'confirm' as const },
      ...(lesser === undefined ? [] : [{ decision: 'reduce' as const, profile: lesser }]),
      { decision: 'remove' as const },
    ];
    const due = state.recertification?.deadline;
    return {
      id: `recertify:${id}`,
      what: say('tasks.recertify', { person, resource }),
      assignees: people.filter((p) => p !== person),
      role,
      why: [
        need === undefined
          ? say('tasks.recertify-held', { permission })
          : say('tasks.recertify-held-for', { permission, task: need.task }),
      ],
      actions: ways.map((way) => ({
        do: 'Recertify',
        with: { person, resource, ...way },
        ask: ['reason'],
        say: say('tasks.recertify-how'),
      })),
      ...(due === undefined ? {} : { due }),
    };
  });
