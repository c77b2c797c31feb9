import type { CaseState } from '../case/state.js';
import { namedFor } from '../people/named.js';
import type { WantedTask } from './task.js';

/** Security, and whoever answers for the resource. */
export const keepers = (state: CaseState): Pick<WantedTask, 'assignees' | 'role'> => ({
  assignees: [...new Set([...namedFor(state, 'security'), ...namedFor(state, 'engineering-manager')])],
  role: 'security',
});
