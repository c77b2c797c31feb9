import type { CaseState } from '../../domain/case/state.js';
import type { TaskRef, Tone } from '../../domain/mail/letter.js';
import { wantedTasks } from '../../domain/tasks/wanted.js';
import type { Instant } from '../../domain/time.js';
import { endText } from '../words/dates.js';
import type { Reader } from '../words/fill.js';
import { wordsOf, wordsOfAll } from '../words/words.js';
import type { Item } from './model.js';
import { stepsOf } from './steps.js';

/** What is put before a task that is not new. */
export const TONE_WORDS: Record<Tone, string> = {
  new: '',
  reminder: 'Reminder',
  late: 'Late',
  escalated: 'Escalated to you',
};

/** Tasks as a letter asks for them, the nearest due first; one that is done meanwhile says so. */
export function taskItems(tasks: readonly TaskRef[], state: CaseState, now: Instant, reader: Reader): Item[] {
  const wanted = new Map(wantedTasks(state, now).map((task) => [task.id, task]));
  return byDue(tasks).map(({ task, tone, what, due }) => {
    const found = wanted.get(task);
    const mark = TONE_WORDS[tone];
    return {
      title: `${mark === '' ? '' : `${mark} · `}${wordsOf(what, reader)}`,
      due: due === undefined ? '' : `${tone === 'late' ? 'Was due' : 'Due'} ${endText(due, reader.zone)}`,
      why: found === undefined ? ['This is done; nothing is left for you to do.'] : wordsOfAll(found.why, reader),
      steps: found === undefined ? [] : stepsOf(found.actions, state.caseId, reader),
    };
  });
}

/** The nearest due first, those without a day last. */
export const byDue = (tasks: readonly TaskRef[]): TaskRef[] =>
  [...tasks].sort((a, b) => Date.parse(a.due ?? '9999-12-31') - Date.parse(b.due ?? '9999-12-31'));
