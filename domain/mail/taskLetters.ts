import type { CaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { say } from '../say.js';
import type { RecordedTask } from '../tasks/recordedTask.js';
import type { WantedTask } from '../tasks/task.js';
import { earliest } from '../time.js';
import { asLetter, byWhen, type Queued, queued } from './queued.js';

/** A task of the record with its words. */
export type Worded = (task: RecordedTask) => WantedTask;

/** One letter for all tasks that open for a person at once; a task that is closed again in the same batch is not announced. */
export function taskLetters(state: CaseState, events: CaseEvent[], firstSeq: number, worded: Worded): Queued[] {
  const fresh = events.flatMap((e, i) =>
    e.type === 'TaskOpened' && state.tasks[e.task.id] ? [{ task: worded(e.task), seq: firstSeq + i }] : [],
  );
  const people = [...new Set(fresh.flatMap((f) => f.task.assignees))];
  return people.flatMap((to) => {
    const mine = fresh.filter((f) => f.task.assignees.includes(to));
    const [first] = mine;
    if (first === undefined) return [];
    const tasks = mine.map((f) => f.task);
    const letter =
      tasks.length === 1
        ? asLetter(first.task)
        : {
            subject: `${tasks.length} tasks: ${tasks.map((t) => t.title).join('; ')}`.slice(0, 200),
            what: tasks.map((t) => `${t.title}.`).join(' '),
            ...byWhen(earliest(tasks.map((t) => t.due))),
            why: say('letters.reasons', { reasons: unique(tasks.map((t) => t.why)) }),
            how: unique(tasks.flatMap((t) => t.how)),
          };
    return queued(state, { to: [to], template: 'task', letter }, first.seq);
  });
}

const unique = <T>(items: T[]): T[] => [...new Set(items)];
