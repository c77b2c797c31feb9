import type { CaseEvent } from '../../../domain/case/events.js';
import { evolve } from '../../../domain/decider/evolve.js';
import { lettersFor } from '../../../domain/mail/lettersFor.js';
import { say } from '../../../domain/say.js';
import type { RecordedTask } from '../../../domain/tasks/recordedTask.js';
import { plusMs } from '../../../domain/time.js';
import { doAll } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { lettersSince } from '../../support/domain/letters.js';
import { atWork, CONTRACT, EVALUATION } from '../../support/domain/wayToWork.js';

const NOW = '2026-09-14T10:00:00.000Z';
const DUE = '2026-09-15T15:00:00.000Z';
const task = (id: string, assignees: string[]): RecordedTask => ({
  id,
  what: say('tasks.sign-read'),
  assignees,
  role: 'legal',
  due: DUE,
});
const opened = (id: string, ...assignees: string[]): CaseEvent => ({ type: 'TaskOpened', task: task(id, assignees) });
const asked = (id: string, tone: 'new' | 'late' | 'reminder' | 'escalated') => ({
  task: id,
  tone,
  what: say('tasks.sign-read'),
  due: DUE,
});

/** The letters of facts that follow one another at once, from number 101 on. */
function lettersOf(...events: CaseEvent[]) {
  let { state } = new Book();
  events.forEach((event, i) => {
    const row = { seq: 101 + i, at: NOW, actor: as('procurement'), commandId: 'c', event };
    state = evolve(state, row);
  });
  return lettersFor(state, events, 101, NOW);
}

test('given a turn that asks several tasks of people, then each gets one letter about all of theirs, with each due date', () => {
  expect(lettersOf(opened('a', 'legal', 'privacy'), opened('b', 'legal'))).toEqual([
    {
      type: 'LetterQueued',
      letterId: '101-legal',
      to: 'legal',
      letter: { template: 'tasks', tasks: [asked('a', 'new'), asked('b', 'new')] },
    },
    {
      type: 'LetterQueued',
      letterId: '101-privacy',
      to: 'privacy',
      letter: { template: 'tasks', tasks: [asked('a', 'new')] },
    },
  ]);
});

test('given a task that opens and is done within one turn, then nobody is asked for it', () => {
  expect(lettersOf(opened('a', 'legal'), { type: 'TaskClosed', task: 'a' })).toEqual([]);
});

test('given reminders and lateness of several tasks at once, then they are one letter', () => {
  const letters = lettersOf(
    opened('a', 'privacy'),
    opened('b', 'privacy'),
    { type: 'TaskBecameLate', task: 'a', due: DUE },
    { type: 'ReminderDue', task: 'a', at: NOW },
    { type: 'ReminderDue', task: 'b', at: NOW },
  );
  const later = letters.flatMap((l) => (l.type === 'LetterQueued' ? [l.letter] : []));
  // Opened in the same batch as well, which counts for more than its lateness.
  expect(later).toEqual([{ template: 'tasks', tasks: [asked('a', 'new'), asked('b', 'new')] }]);
});

test('given several facts that a person is told of, then one letter tells them', () => {
  const paused: CaseEvent = { type: 'CasePaused', reason: 'Holiday.' };
  const raised: CaseEvent = { type: 'RedFlagRaised', flag: 'RF-4', reason: 'Hidden fees.' };
  expect(lettersOf(paused, raised).filter((l) => l.type === 'LetterQueued' && l.to === 'procurement')).toEqual([
    {
      type: 'LetterQueued',
      letterId: '101-procurement',
      to: 'procurement',
      letter: { template: 'notice', facts: [101, 102] },
    },
  ]);
});

test('given grants that a provider opens one after the other, then each reader gets one letter, once no more have come for a while', () => {
  const book = atWork();
  const openings = book.rows.filter((r) => r.event.type === 'AccessOpened');
  expect(openings.length).toBeGreaterThan(1);
  const told = lettersSince(book, 0).filter(({ about }) => about.includes('AccessOpened'));
  expect(told).toEqual([
    ...['engineering-manager', 'security', 'ada'].map((to) => ({ to, about: ['AccessOpened'] })),
    ...['engineering-manager', 'security'].map((to) => ({ to, about: ['AccessOpened'] })),
    { to: 'nina', about: ['AccessOpened'] },
  ]);
  const since = (type: CaseEvent['type'], to: string) =>
    book.rows.filter(({ event }) => event.type === type && 'letterId' in event && event.letterId.endsWith(`-${to}`))
      .length;
  const [first] = openings;
  const gathered = `${first?.seq}-security`;
  expect(book.rows.filter((r) => r.event.type === 'LetterQueued' && r.event.letterId === gathered)).toHaveLength(1);
  expect(Object.keys(book.state.letters)).toContain(gathered);
  book.until(plusMs(book.now, 3 * 60_000));
  expect(book.state.letters).toEqual({});
  expect(since('LetterExtended', 'security')).toBe(1);
});

test('given a letter that still gathers, when something else happens, then it takes that up and goes out at once', () => {
  const book = atWork();
  const waiting = Object.values(book.state.letters).find((l) => l.to === 'security');
  const mark = book.mark;
  book.act(as('procurement'), { type: 'PauseCase', reason: 'Holiday.' });
  const [extended] = book
    .since(mark, 'LetterExtended')
    .filter((e) => 'letterId' in e && e.letterId === waiting?.letterId);
  expect(extended).toMatchObject({ type: 'LetterExtended', letterId: waiting?.letterId, sendAt: book.now });
  expect(Object.values(book.state.letters).filter((l) => l.to === 'security')).toEqual([]);
});

test('given the first turns of a case, then no letter holds prose: codes with values, ids and numbers alone', () => {
  const book = doAll(new Book(), [...EVALUATION, ...CONTRACT]);
  const letters = book.since(0, 'LetterQueued');
  expect(letters.length).toBeGreaterThan(5);
  const { vendor, title } = book.state.intake;
  for (const letter of letters)
    expect(JSON.stringify(letter)).not.toMatch(new RegExp(`drawbridge |${vendor.name}|${title}`));
});

test('given a decision that waits, when its decider lends the vote, then whoever has it now is asked by letter', () => {
  const book = doAll(new Book(), EVALUATION.slice(0, -1));
  const mark = book.mark;
  book.act(as('engineering-manager'), {
    type: 'Delegate',
    role: 'engineering-manager',
    to: 'executive',
    until: '2026-09-10',
    reason: 'Away.',
  });
  expect(book.state.tasks['decide:gate:evaluate']?.assignees).toContain('executive');
  expect(lettersSince(book, mark)).toEqual([{ to: 'executive', about: ['new decide:gate:evaluate'] }]);
});
