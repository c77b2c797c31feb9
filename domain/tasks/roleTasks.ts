import type { CaseState } from '../case/state.js';
import { namedFor } from '../people/named.js';
import { NAMERS, rolesMissing } from '../people/roles.js';
import { say } from '../say.js';
import type { Instant } from '../time.js';
import { dueAfter, type WantedTask } from './task.js';

/** Roles that nobody is named for, and people who wait to be confirmed in one. */
export const roleTasks = (state: CaseState, now: Instant): WantedTask[] => [
  ...confirmations(state, now),
  ...vacancies(state, now),
];

const confirmations = (state: CaseState, now: Instant): WantedTask[] =>
  (state.nominations ?? []).map(({ role, person, by, replaces }) => {
    const id = `confirm:${role}:${person}`;
    const able = NAMERS.filter((r) => namedFor(state, r).some((p) => p !== by && p !== person));
    const asked = able.includes('executive') ? 'executive' : (able[0] ?? 'executive');
    return {
      id,
      what: say('tasks.confirm-role', { person, role }),
      assignees: namedFor(state, asked).filter((p) => p !== by && p !== person),
      role: asked,
      why: [say(replaces === undefined ? 'tasks.confirm-role-by' : 'tasks.confirm-role-for', { by, replaces })],
      actions: [{ do: 'ConfirmRole', with: { role, person }, ask: ['reason'], say: say('tasks.confirm-role-how') }],
      due: dueAfter(state, id, now),
    };
  });

const vacancies = (state: CaseState, now: Instant): WantedTask[] =>
  rolesMissing(state)
    .filter((role) => !state.nominations?.some((n) => n.role === role))
    .map((role) => {
      const id = `name:${role}`;
      const able = NAMERS.find((r) => namedFor(state, r).length > 0) ?? 'procurement';
      return {
        id,
        what: say('tasks.name-role', { role }),
        assignees: namedFor(state, able),
        role: able,
        why: [say('tasks.name-role-why')],
        actions: [{ do: 'NameForRole', with: { role }, ask: ['person', 'reason'], say: say('tasks.name-role-how') }],
        due: dueAfter(state, id, now),
      };
    });
