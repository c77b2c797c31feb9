import { CONTROLS } from '../../../domain/controls/index.js';
import type { TaskRef } from '../../../domain/mail/letter.js';
import { say } from '../../../domain/say.js';
import { tasksSubject } from '../../../presentation/letters/subject.js';
import { briefTitle } from '../../../presentation/words/fill.js';

const VENDOR = 'V'.repeat(120);
const PERSON = 'p-0123456789abcdef';
const reader = { zone: 'Europe/Berlin' };

/** Every way in which a letter asks for something about a control, with the longest words around it. */
const askedOf = (control: string): TaskRef[] =>
  [
    say('tasks.supply', { control }),
    say('tasks.flag-on', { flag: control, person: PERSON }),
    ...['waiver', 'remedy', 'clearance'].flatMap((kind) => [
      say('tasks.decide', { approval: say(`tasks.of-${kind}`, { control }) }),
      say('tasks.decide', { approval: say(`tasks.of-${kind}-for`, { control, person: PERSON }) }),
    ]),
  ].map((what) => ({ task: 'x', tone: 'escalated', what, due: '2026-09-23T16:00:00.000Z' }));

test('given any control, then a subject names it by its id and its title in words', () => {
  const wrong = Object.values(CONTROLS).flatMap(({ id, title }) =>
    askedOf(id).flatMap((ref) => {
      const subject = tasksSubject([ref], VENDOR, reader);
      return subject.includes(`${id} ${briefTitle(title)}`) && subject.length <= 190 ? [] : [subject];
    }),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['Offboarding: access withdrawn, material returned or deleted by certificate', 'Offboarding'],
  ['Managed, monitored work environment: a managed device', 'Managed, monitored work environment'],
  [
    'Mutual NDA with handling rules for data, prompts and code',
    'Mutual NDA with handling rules for data, prompts and code',
  ],
  ['No vague or vendor-favouring IP terms', 'No vague or vendor-favouring IP terms'],
])('given the title "%s", then it is "%s" in brief', (title, brief) => {
  expect(briefTitle(title)).toBe(brief);
});
