import type { Report } from '../../contract/report.js';
import { roleText } from '../facts/names.js';
import type { Voice } from '../words/voice.js';

type Task = Report['clocks']['tasks'][number];

/** Tasks that are open, what is due first before the others. */
export const openTasks = ({ clocks }: Report): Task[] =>
  clocks.tasks
    .filter(({ closedAt }) => closedAt === undefined)
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));

/** Who has a task: its people by name, or the role where the case names nobody for it. */
export const whoHas = ({ assignees, role }: Pick<Task, 'assignees' | 'role'>, { name }: Voice): string[] =>
  assignees.length === 0 ? [roleText(role)] : assignees.map(name);
