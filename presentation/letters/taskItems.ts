import type { CaseState } from '../../domain/case/state.js';
import type { TaskRef, Tone } from '../../domain/mail/letter.js';
import { own } from '../../domain/record.js';
import type { WantedTask } from '../../domain/tasks/task.js';
import { wantedTasks } from '../../domain/tasks/wanted.js';
import type { Instant } from '../../domain/time.js';
import { isOfVendor } from '../facts/sight.js';
import { endText } from '../words/dates.js';
import { wordsOf, wordsOfAll } from '../words/words.js';
import { decisionLines } from './decisionLines.js';
import type { Item } from './model.js';
import { type LetterReader, signsInAs } from './signIn.js';
import { stepsOf } from './steps.js';

/** What is put before a task that is not new. */
export const TONE_WORDS: Record<Tone, string> = {
  new: '',
  reminder: 'Reminder',
  late: 'Late',
  escalated: 'Escalated to you',
};

/** What stands in front of everything that a drill asks for. */
export const DRILL = 'DRILL ';

/** The title with what is put before it; of a drill, after the mark of a drill. */
export function marked({ what, tone }: TaskRef, title: string): string {
  const mark = TONE_WORDS[tone];
  if (mark === '') return title;
  return what.code.startsWith('tasks.drill-') ? `${DRILL}${mark} · ${title.slice(DRILL.length)}` : `${mark} · ${title}`;
}

/** Tasks as a letter asks for them, the nearest due first; one that is done meanwhile says so. */
export function taskItems(tasks: readonly TaskRef[], state: CaseState, now: Instant, reader: LetterReader): Item[] {
  const wanted = new Map(wantedTasks(state, now).map((task) => [task.id, task]));
  return byDue(tasks).map((ref) => {
    const { tone, due } = ref;
    const found = wanted.get(ref.task);
    return {
      title: marked(ref, wordsOf(ref.what, reader)),
      due: due === undefined ? '' : `${tone === 'late' ? 'Was due' : 'Due'} ${endText(due, reader.zone)}`,
      why:
        found === undefined
          ? ['This is done; nothing is left for you to do.']
          : [...decidedBy(found, state, now, reader), ...wordsOfAll(found.why, reader)],
      steps:
        found === undefined ? [] : stepsOf(found.actions, state.caseId, reader, signsInAs(state, reader, found.role)),
    };
  });
}

/** What is decided, where a decision is asked for; the client's own matter, so that nobody of the vendor's reads it. */
function decidedBy(task: WantedTask, state: CaseState, now: Instant, reader: LetterReader): string[] {
  const [, id] = /^decide:(.+)$/.exec(task.id) ?? [];
  const approval = id === undefined ? undefined : own(state.approvals, id);
  return approval === undefined || isOfVendor(state, reader.personId)
    ? []
    : decisionLines(state, approval, now, reader);
}

/** The nearest due first, those without a day last. */
export const byDue = (tasks: readonly TaskRef[]): TaskRef[] =>
  [...tasks].sort((a, b) => Date.parse(a.due ?? '9999-12-31') - Date.parse(b.due ?? '9999-12-31'));
