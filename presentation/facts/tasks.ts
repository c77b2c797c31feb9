import type { About } from '../../contract/story.js';
import { instantText } from '../words/dates.js';
import { amount } from '../words/figures.js';
import type { Narrators } from './fact.js';
import { peopleText, personText } from './names.js';
import { taskName } from './taskText.js';

type TaskFact =
  | 'TaskOpened'
  | 'TaskClosed'
  | 'TaskChanged'
  | 'TaskBecameLate'
  | 'ReminderDue'
  | 'LetterQueued'
  | 'LetterExtended'
  | 'LetterAccepted'
  | 'LetterFailed';

type TaskOnRecord = { id: string; assignees: string[]; due?: string };

const forWhom = ({ assignees, due }: TaskOnRecord, zone?: string): string =>
  `${assignees.length === 0 ? '' : `, for ${peopleText(assignees)}`}${due === undefined ? '' : `, due ${instantText(due, zone)}`}`;

/** The task, what it is about, and who holds it. */
const aboutTask = ({ id, assignees }: TaskOnRecord): About => {
  const { about } = taskName(id);
  return { ...about, people: [...new Set([...(about.people ?? []), ...assignees])] };
};

/** Whom a letter is for, from its id `<number>-<person>`. */
const receiver = (letterId: string): string => letterId.slice(letterId.indexOf('-') + 1);

/** Facts of tasks and of the letters about them. */
export const TASKS: Narrators<TaskFact> = {
  TaskOpened: ({ task }, { zone }) => ({
    kind: 'task',
    mark: 'wait',
    text: `Task opened: ${taskName(task.id).text}${forWhom(task, zone)}`,
    about: aboutTask(task),
  }),
  TaskClosed: ({ task }) => ({
    kind: 'task',
    mark: 'note',
    text: `Task closed: ${taskName(task).text}`,
    about: taskName(task).about,
  }),
  TaskChanged: ({ task }, { zone }) => ({
    kind: 'task',
    mark: 'note',
    text: `Task changed: ${taskName(task.id).text}${forWhom(task, zone)}`,
    about: aboutTask(task),
  }),
  TaskBecameLate: ({ task, due }, { zone }) => ({
    kind: 'task',
    mark: 'bad',
    text: `Task late: ${taskName(task).text}, was due ${instantText(due, zone)}`,
    about: taskName(task).about,
  }),
  ReminderDue: ({ task }) => ({
    kind: 'task',
    mark: 'wait',
    text: `Reminder: ${taskName(task).text}`,
    about: taskName(task).about,
  }),
  LetterQueued: ({ to, letter }) => ({
    kind: 'letter',
    mark: 'note',
    text: `Letter to ${personText(to)} queued: ${letter.template === 'tasks' ? amount(letter.tasks.length, 'task') : amount(letter.facts.length, 'update')}`,
    about: { people: [to] },
  }),
  LetterExtended: ({ letterId, facts }) => ({
    kind: 'letter',
    mark: 'note',
    text: `Letter to ${personText(receiver(letterId))} takes up ${amount(facts.length, 'update')} more`,
    about: { people: [receiver(letterId)] },
  }),
  LetterAccepted: ({ letterId, resent }) => ({
    kind: 'letter',
    mark: 'note',
    text: `Letter to ${personText(receiver(letterId))} accepted by the mail server${resent ? ', sent again' : ''}`,
    about: { people: [receiver(letterId)] },
  }),
  LetterFailed: ({ letterId, code, message, nextAttemptAt }, { zone }) => ({
    kind: 'letter',
    mark: 'bad',
    text: `Letter to ${personText(receiver(letterId))} not delivered; ${nextAttemptAt === undefined ? 'no further attempt' : `next attempt ${instantText(nextAttemptAt, zone)}`}`,
    why: message,
    code,
    about: { people: [receiver(letterId)] },
  }),
};
