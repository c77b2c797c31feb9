import type { CaseEvent, RecordedEvent } from '../../domain/case/events.js';
import type { PersonId } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import { parseSubjectKey } from '../../domain/controls/control.js';
import type { TaskRef } from '../../domain/mail/letter.js';
import type { Said } from '../../domain/say.js';
import { shortEndText } from '../words/dates.js';
import { fill, type Reader } from '../words/fill.js';
import { templateOf, wordsOf } from '../words/words.js';
import { factWords } from './factWords.js';
import { byDue, TONE_WORDS } from './taskItems.js';

/** Characters that mail programs show; names of people are not counted, since they are put in later. */
const LONGEST = 120;

/** The first that is short enough: nothing is ever cut. The last one always is. */
const fitting = (...forms: string[]): string => forms.find((form) => form.length <= LONGEST) ?? forms.at(-1) ?? '';

/** Titles without what may be long: names that people gave, titles of controls. */
const SHORT: Record<string, string> = {
  'tasks.sign': 'Sign: {kind:paper}',
  'tasks.supply': 'Provide: {control}',
  'tasks.kpi': 'Respond: a KPI missed its target',
  'tasks.flag': 'Resolve: red flag {flag}',
  'tasks.flag-on': 'Resolve: red flag {flag} on {person:person}',
  'tasks.of-waiver': 'waiver of {control}',
  'tasks.of-waiver-for': 'waiver of {control} for {person:person}',
  'tasks.of-remedy': 'remedy for {control}',
  'tasks.of-remedy-for': 'remedy for {control} on {person:person}',
  'tasks.of-clearance': 'clearance of {control}',
  'tasks.of-clearance-for': 'clearance of {control} on {person:person}',
};

const short = (said: Said, reader: Reader): string =>
  fill(SHORT[said.code] ?? templateOf(said.code), said, reader, short);

const DRILL = 'DRILL ';

/** `Decide by Tue 1 Dec: data protection`; of a drill with its mark in front of everything. */
function oneTask({ what, due, tone }: TaskRef, title: string, { zone }: Reader): string {
  const by = due === undefined || tone === 'late' ? title : title.replace(': ', ` by ${shortEndText(due, zone)}: `);
  const mark = TONE_WORDS[tone];
  if (mark === '') return by;
  return what.code.startsWith('tasks.drill-') ? `${DRILL}${mark} · ${by.slice(DRILL.length)}` : `${mark} · ${by}`;
}

/** `3 tasks, first due Tue 1 Dec`. */
function severalTasks(tasks: readonly TaskRef[], { zone }: Reader): string {
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
  if (only === undefined || tasks.length > 1) return fitting(`${several} · ${vendor}`, several);
  const forms = [wordsOf(only.what, reader), short(only.what, reader)].map((title) => oneTask(only, title, reader));
  return fitting(...forms.map((form) => `${form} · ${vendor}`), ...forms, several);
}

/** What several facts of one kind are called. */
const SEVERAL: Partial<Record<CaseEvent['type'], string>> = {
  AccessOpened: 'grants opened',
  AccessEnded: 'grants ended',
  AccessFoundAfterEnd: 'grants found after their end',
  LapseWarned: 'lapses ahead',
  RedFlagRaised: 'red flags',
};

/** A fact in a subject, in fewer words where its line may be long. */
function shortFact(fact: RecordedEvent, state: CaseState, reader: Reader & { personId: PersonId }): string {
  const { event } = fact;
  if (event.type === 'RedFlagRaised') {
    const whom = event.person === undefined ? '' : ` on {person:${event.person}}`;
    return `Red flag raised: ${event.flag}${whom}`;
  }
  if (event.type !== 'LapseWarned') return factWords(fact, state, reader).line;
  const { controlId, person } = parseSubjectKey(event.what);
  const whom = person === undefined ? '' : ` for {person:${person}}`;
  return `Lapses ${shortEndText(event.at, reader.zone)}: ${controlId}${whom}`;
}

/** The subject of a letter about facts. */
export function factsSubject(
  facts: readonly RecordedEvent[],
  state: CaseState,
  reader: Reader & { personId: PersonId },
): string {
  const vendor = state.intake.vendor.name;
  const [first] = facts;
  if (first === undefined) return fitting(`Update · ${vendor}`, 'Update');
  const line = shortFact(first, state, reader);
  if (facts.length === 1) return fitting(`${line} · ${vendor}`, line, `1 update · ${vendor}`, '1 update');
  const kind = facts.every((f) => f.event.type === first.event.type) ? SEVERAL[first.event.type] : undefined;
  const count = `${facts.length} ${kind ?? 'updates'}`;
  const more = `${line}, and ${facts.length - 1} more`;
  return fitting(...(kind === undefined ? [`${more} · ${vendor}`, more] : []), `${count} · ${vendor}`, count);
}
