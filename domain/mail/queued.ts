import type { CaseEvent } from '../case/events.js';
import type { PersonId } from '../case/roles.js';
import type { CaseState } from '../case/state.js';
import type { WantedTask } from '../tasks/task.js';
import type { Letter } from './letter.js';

export type Queued = Extract<CaseEvent, { type: 'LetterQueued' }>;
type Template = Queued['template'];

/** A letter before its id: who gets it, in which tone, and what it says. */
export type Draft = { to: PersonId[]; template: Template; letter: Omit<Letter, 'vendor' | 'caseTitle'> };

/** A draft as letters, one for each reader; the id tells the entry that caused it. */
export const queued = (state: CaseState, draft: Draft, seq: number): Queued[] =>
  [...new Set(draft.to)].map((to) => ({
    type: 'LetterQueued',
    letterId: `${seq}-${to}`,
    to,
    template: draft.template,
    letter: { ...draft.letter, vendor: state.intake.vendor.name, caseTitle: state.intake.title },
  }));

/** When it has to be done, where that is known. */
export const byWhen = (due: string | undefined): { byWhen?: string } => (due === undefined ? {} : { byWhen: due });

/** What a task says, as a letter. */
export const asLetter = (task: Pick<WantedTask, 'title' | 'due' | 'why' | 'how'>): Draft['letter'] => ({
  subject: task.title,
  what: task.title,
  ...byWhen(task.due),
  why: task.why,
  how: task.how,
});
