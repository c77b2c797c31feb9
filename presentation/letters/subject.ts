import type { CaseEvent, RecordedEvent } from '../../domain/case/events.js';
import type { PersonId } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { subjectKey } from '../../domain/controls/control.js';
import type { TaskRef } from '../../domain/mail/letter.js';
import type { Said } from '../../domain/say.js';
import { controlText } from '../facts/names.js';
import { shortEndText } from '../words/dates.js';
import { briefTitle, fill, type Reader } from '../words/fill.js';
import { templateOf, wordsOf } from '../words/words.js';
import { factWords } from './factWords.js';
import { byDue, DRILL, marked, TONE_WORDS } from './taskItems.js';

/** Characters that mail programs show; names of people are not counted, since they are put in later. */
const SHOWN = 120;
/** Characters that a subject may have where it would not say what it is about otherwise. */
const LONGEST = 190;

/** The first that is shown whole, else the last that may be; nothing is ever cut. */
const fitting = (forms: readonly string[], otherwise = ''): string =>
  forms.find((form) => form.length <= SHOWN) ?? forms.findLast((form) => form.length <= LONGEST) ?? otherwise;

/** Each form with the vendor behind it, and without. */
const withVendor = (forms: readonly string[], vendor: string): string[] =>
  forms.flatMap((form) => [`${form} · ${vendor}`, form]);

/** Titles with less of what may be long: names that people gave, titles of controls. */
const SHORT: Record<string, string> = {
  'tasks.sign': 'Sign: {kind:paper}',
  'tasks.supply': 'Provide: {control} {control:brief}',
  'tasks.deliver': 'Deliver: a milestone',
  'tasks.accept-milestone': 'Accept or return: a milestone',
  'tasks.answer-move': 'Answer: another day for a milestone',
  'tasks.dispute-reading': 'Answer: the vendor disputes a reading',
  'tasks.dispute-meeting': 'Answer: the vendor disputes a missed meeting',
  'tasks.kpi': 'Respond: a KPI missed its target',
  'tasks.flag': 'Resolve: red flag {flag} {flag:brief}',
  'tasks.flag-on': 'Resolve: red flag {flag} {flag:brief} on {person:person}',
  'tasks.of-access': 'access of {person:person}',
  'tasks.of-waiver': 'waiver of {control} {control:brief}',
  'tasks.of-waiver-for': 'waiver of {control} {control:brief} for {person:person}',
  'tasks.of-remedy': 'remedy for {control} {control:brief}',
  'tasks.of-remedy-for': 'remedy for {control} {control:brief} on {person:person}',
  'tasks.of-clearance': 'clearance of {control} {control:brief}',
  'tasks.of-clearance-for': 'clearance of {control} {control:brief} on {person:person}',
};

const short = (said: Said, reader: Reader): string =>
  fill(SHORT[said.code] ?? templateOf(said.code), said, reader, short);

/** `Decide by Tue 1 Dec: data protection`. */
function oneTask(task: TaskRef, title: string, { zone }: Reader): string {
  const { due, tone } = task;
  const by = due === undefined || tone === 'late' ? title : title.replace(': ', ` by ${shortEndText(due, zone)}: `);
  return marked(task, by);
}

/** `3 tasks, first due Tue 1 Dec`: what a letter about several tasks is called, in its subject and over its text. */
export function severalTasks(tasks: readonly TaskRef[], { zone }: Reader): string {
  const late = tasks.filter((t) => t.tone === 'late').length;
  if (late === tasks.length) return late === 1 ? '1 late task' : `${late} late tasks`;
  const [{ due } = { due: undefined }] = byDue(tasks);
  const count = tasks.length === 1 ? '1 task' : `${tasks.length} tasks`;
  const drill = tasks.every((t) => t.what.code.startsWith('tasks.drill-')) ? DRILL : '';
  const [tone] = tasks.every((t) => t.tone === tasks[0]?.tone) ? tasks.map((t) => t.tone) : [];
  const mark = tone === undefined || tone === 'late' ? '' : TONE_WORDS[tone];
  const when = late > 0 ? `, ${late} late` : due === undefined ? '' : `, first due ${shortEndText(due, zone)}`;
  return `${drill}${mark === '' ? '' : `${mark} · `}${count}${when}`;
}

/** The subject of a letter about tasks. */
export function tasksSubject(tasks: readonly TaskRef[], vendor: string, reader: Reader): string {
  const [only] = tasks;
  const several = severalTasks(tasks, reader);
  if (only === undefined || tasks.length > 1) return fitting([`${several} · ${vendor}`, several]);
  const forms = [wordsOf(only.what, reader), short(only.what, reader)].map((title) => oneTask(only, title, reader));
  return fitting(withVendor(forms, vendor), several);
}

/** What several facts of one kind are called. */
const SEVERAL: Partial<Record<CaseEvent['type'], string>> = {
  InvitationEnded: 'invitations that came to nothing',
  AccessOpened: 'grants opened',
  AccessEnded: 'grants ended',
  AccessFoundAfterEnd: 'grants found after their end',
  AccessFoundWithoutGrant: 'people found without a grant',
  LapseWarned: 'lapses ahead',
  RedFlagRaised: 'red flags',
};

/** A fact in a subject, and in fewer words where its line may be long. */
function factForms(fact: RecordedEvent, state: CaseState, reader: Reader & { personId: PersonId }): string[] {
  const { event } = fact;
  if (event.type === 'RedFlagRaised') {
    const key = subjectKey(event.flag, event.person);
    return [`Red flag raised: ${controlText(key)}`, `Red flag raised: ${controlText(key, briefTitle)}`];
  }
  if (event.type !== 'LapseWarned') return [factWords(fact, state, reader).line];
  const lapses = `Lapses ${shortEndText(event.at, reader.zone)}`;
  return [`${lapses}: ${controlText(event.what)}`, `${lapses}: ${controlText(event.what, briefTitle)}`];
}

/** What a letter about several facts may be called, the first that fits: `2 grants opened`, `Case paused, and 1 more`. */
function severalForms(
  facts: readonly RecordedEvent[],
  state: CaseState,
  reader: Reader & { personId: PersonId },
): string[] {
  const [first] = facts;
  const kind = facts.every((f) => f.event.type === first?.event.type) ? first && SEVERAL[first.event.type] : undefined;
  const count = `${facts.length} ${kind ?? 'updates'}`;
  if (first === undefined || kind !== undefined) return [count];
  return [...factForms(first, state, reader).map((form) => `${form}, and ${facts.length - 1} more`), count];
}

/** What stands over a letter about several facts: its subject without the vendor. */
export const severalFacts = (...of: Parameters<typeof severalForms>): string => fitting(severalForms(...of));

/** The subject of a letter about facts. */
export function factsSubject(
  facts: readonly RecordedEvent[],
  state: CaseState,
  reader: Reader & { personId: PersonId },
): string {
  const vendor = state.intake.vendor.name;
  const [first, ...more] = facts;
  if (first === undefined) return fitting(withVendor(['Update'], vendor));
  const forms = more.length > 0 ? severalForms(facts, state, reader) : factForms(first, state, reader);
  return fitting(withVendor(forms, vendor), fitting(withVendor(['1 update'], vendor)));
}
