import type { HumanCommand } from '../../../domain/case/commands.js';
import type { CaseEvent } from '../../../domain/case/events.js';
import { SYSTEM } from '../../../domain/case/roles.js';
import { handle } from '../../../domain/decider/handle.js';
import { holdBack } from '../../../domain/mail/undelivered.js';
import { addressTasks } from '../../../domain/tasks/addressTasks.js';
import { doAll } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { toldTo } from '../../support/domain/letters.js';
import { ATTESTATION, atWork, CONTRACT, EVALUATION, person } from '../../support/domain/wayToWork.js';

const corrected = (whom: string): Extract<HumanCommand, { type: 'CorrectPerson' }> => ({
  type: 'CorrectPerson',
  person: whom,
  changed: ['email'],
  reason: 'Asked by phone.',
});
const waits = (book: Book) => Object.keys(book.state.tasks).filter((id) => id.startsWith('address:'));
const outcomes = (book: Book, mark: number, to: string) =>
  book.since(mark, 'LetterAccepted', 'LetterFailed').flatMap((event) => outcomeOf(event, to));
const outcomeOf = (event: CaseEvent, to: string): string[] =>
  'letterId' in event && event.letterId.endsWith(`-${to}`) ? [`${event.type} ${event.letterId}`] : [];

/** A case whose evaluation waits for the engineering manager, whose address refuses. */
function refusing(...people: string[]): Book {
  const book = new Book();
  for (const one of people) book.addresses.set(one, 'refuses');
  return doAll(book, EVALUATION.slice(0, -1));
}

test('given an address that refuses several letters, then one task asks whoever can correct it, by a letter that arrives', () => {
  const book = refusing('engineering-manager').after(72);
  expect(book.since(0, 'LetterFailed').length).toBeGreaterThan(1);
  // The latest letter about a task stands for the earlier ones.
  const held = (book.state.undelivered?.['engineering-manager']?.letters ?? []).flatMap(({ letter }) =>
    letter.template === 'tasks' ? letter.tasks.map(({ task }) => task) : [],
  );
  expect([held.length > 0, new Set(held).size]).toEqual([true, held.length]);
  expect(waits(book)).toEqual(['address:procurement:engineering-manager']);
  expect(
    book.since(0, 'TaskOpened').filter((e) => e.type === 'TaskOpened' && e.task.id.startsWith('address:')),
  ).toHaveLength(1);
  expect(
    toldTo(book, 0, 'procurement').filter((one) => one === 'new address:procurement:engineering-manager'),
  ).toHaveLength(1);
  const [task] = addressTasks(book.state, book.now);
  expect(task).toMatchObject({
    assignees: ['procurement'],
    role: 'procurement',
    actions: [{ do: 'CorrectPerson', with: { person: 'engineering-manager' } }],
  });
});

test('given an address is corrected, then what was refused and is still open is sent there, each letter once, and the task is done', () => {
  const book = refusing('engineering-manager');
  const refused = Object.values(book.state.undelivered?.['engineering-manager']?.letters ?? []).map((l) => l.letterId);
  expect(refused.length).toBeGreaterThan(0);
  book.addresses.clear();
  const mark = book.mark;
  expect(book.act(as('procurement'), corrected('engineering-manager')).status).toBe('recorded');
  const accepted = outcomes(book, mark, 'engineering-manager');
  for (const letter of refused) expect(accepted.filter((one) => one === `LetterAccepted ${letter}`)).toHaveLength(1);
  expect([book.state.undelivered, waits(book), book.state.letters]).toEqual([undefined, [], {}]);
  book.after(1);
  expect(outcomes(book, mark, 'engineering-manager')).toEqual(accepted);
});

test('given a task that was done by another way meanwhile, then the letter that asked for it is not sent again', () => {
  const book = refusing('engineering-manager');
  const done = book.state.undelivered?.['engineering-manager']?.letters ?? [];
  expect(done.length).toBeGreaterThan(0);
  doAll(book, EVALUATION.slice(-1));
  book.addresses.clear();
  const mark = book.mark;
  book.act(as('procurement'), corrected('engineering-manager'));
  const sent = outcomes(book, mark, 'engineering-manager');
  expect(sent.filter((one) => done.some(({ letterId }) => one.endsWith(` ${letterId}`)))).toEqual([]);
});

test('given news that was refused, then it is sent to the new address for two weeks, and later not', () => {
  const sentAfter = (days: number) => {
    const book = atWork();
    book.addresses.set('executive', 'refuses');
    book.act(as('procurement'), { type: 'PauseCase', reason: 'Holiday.' });
    const [held] = book.state.undelivered?.executive?.letters ?? [];
    book.after(24 * days);
    book.addresses.clear();
    const mark = book.mark;
    book.act(as('procurement'), corrected('executive'));
    return outcomes(book, mark, 'executive').filter((one) => one.endsWith(` ${held?.letterId}`)).length;
  };
  expect([sentAfter(13), sentAfter(15)]).toEqual([1, 0]);
});

test('given the other address refuses too, then the task is there again, and what is open goes on to the third', () => {
  const book = refusing('engineering-manager');
  const mark = book.mark;
  book.act(as('procurement'), corrected('engineering-manager'));
  expect(waits(book)).toEqual(['address:procurement:engineering-manager']);
  book.addresses.clear();
  book.act(as('procurement'), corrected('engineering-manager'));
  expect(waits(book)).toEqual([]);
  const accepted = outcomes(book, mark, 'engineering-manager').filter((one) => one.startsWith('LetterAccepted'));
  expect(new Set(accepted).size).toBe(accepted.length);
  expect(accepted.length).toBeGreaterThan(0);
});

test('given procurement is out of reach itself, then the executive is asked, by a letter of its own', () => {
  const book = refusing('engineering-manager', 'procurement');
  expect(waits(book).sort()).toEqual(['address:executive:engineering-manager', 'address:executive:procurement']);
  expect(toldTo(book, 0, 'executive')).toEqual(
    expect.arrayContaining(['new address:executive:procurement', 'new address:executive:engineering-manager']),
  );
  expect(book.act(as('executive'), corrected('procurement')).status).toBe('recorded');
});

test('given nobody who could correct an address is reached, then it stands in the case as that', () => {
  const book = refusing('engineering-manager', 'procurement', 'executive');
  expect(waits(book).sort()).toEqual([
    'address:nobody:engineering-manager',
    'address:nobody:executive',
    'address:nobody:procurement',
  ]);
});

test('given one of the vendor’s people is out of reach, then its contact is asked, and procurement where the contact is out of reach too', () => {
  const asked = (...people: string[]) => {
    const book = new Book();
    for (const one of people) book.addresses.set(one, 'refuses');
    return waits(doAll(book, [...EVALUATION, ...CONTRACT, ...ATTESTATION, ...person('ada')])).sort();
  };
  expect([asked('ada'), asked('ada', 'vendor-contact')]).toEqual([
    ['address:vendor-contact:ada'],
    ['address:procurement:ada', 'address:procurement:vendor-contact'],
  ]);
});

test('given an address that takes another letter after all, then what it refused is sent once more, for the last time', () => {
  const book = refusing('engineering-manager');
  const held = book.state.undelivered?.['engineering-manager']?.letters ?? [];
  book.addresses.clear();
  const mark = book.mark;
  book.act(as('procurement'), { ...corrected('engineering-manager'), changed: ['name'] });
  const accepted = outcomes(book, mark, 'engineering-manager');
  expect(held.length).toBeGreaterThan(0);
  for (const { letterId } of held)
    expect(accepted.filter((one) => one === `LetterAccepted ${letterId}`)).toHaveLength(1);
  expect([waits(book), book.state.undelivered]).toEqual([[], undefined]);
  const [first] = held;
  if (first === undefined) throw new Error('Nothing was held back.');
  const letter = { ...first, nextAttemptAt: book.now };
  const refusedAgain = (lastTry: object) => holdBack(book.state, { ...letter, ...lastTry }, 'MailRefused', book.now);
  expect([refusedAgain({}) === book.state, refusedAgain({ lastTry: true }) === book.state]).toEqual([false, true]);
});

test('given "not now" that goes on, then somebody is asked after a day, and it counts as a no after five', () => {
  const book = new Book();
  book.addresses.set('engineering-manager', 'defers');
  doAll(book, EVALUATION.slice(0, -1));
  expect(waits(book.after(23))).toEqual([]);
  expect(waits(book.after(2))).toEqual(['address:procurement:engineering-manager']);
  expect(book.since(0, 'LetterFailed').every((e) => e.type === 'LetterFailed' && e.nextAttemptAt !== undefined)).toBe(
    true,
  );
  book.after(24 * 5);
  const first = book.rows.find(({ event }) => event.type === 'LetterFailed');
  const letter = first?.event.type === 'LetterFailed' ? first.event.letterId : '';
  const last = book
    .since(0, 'LetterFailed')
    .filter((e) => e.type === 'LetterFailed' && e.letterId === letter)
    .at(-1);
  expect(last).not.toHaveProperty('nextAttemptAt');
  book.addresses.clear();
  const mark = book.mark;
  book.act(as('procurement'), corrected('engineering-manager'));
  expect(outcomes(book, mark, 'engineering-manager').length).toBeGreaterThan(0);
  expect(book.state.letters).toEqual({});
});

test('given an address that says "not now" to several letters, then it is asked once for all of them', () => {
  const book = new Book();
  book.addresses.set('engineering-manager', 'defers');
  doAll(book, EVALUATION.slice(0, -1)).after(30);
  const waiting = Object.values(book.state.letters).filter((l) => l.to === 'engineering-manager');
  expect(waiting.length).toBeGreaterThan(1);
  expect(new Set(waiting.map((l) => l.nextAttemptAt)).size).toBe(1);
});

test('given somebody whose data were erased, then there is no address to correct; given one that is none, there is', () => {
  const book = new Book();
  book.mail = false;
  doAll(book, EVALUATION.slice(0, -1));
  const [letterId = ''] = Object.keys(book.state.letters);
  const tasksAfter = (code: string) => {
    const outcome = { kind: 'mail-failed', letterId, code, message: '', retryable: false } as const;
    const command = { type: 'ReportEffect', effectId: code, outcome } as const;
    const envelope = { commandId: code, requestHash: '', actor: SYSTEM, command };
    return addressTasks(handle(book.state, envelope, { now: book.now, runId: 'run' }).state, book.now).length;
  };
  expect([tasksAfter('RecipientErased'), tasksAfter('RecipientUnknown')]).toEqual([0, 1]);
});

test('given a closing case, then an address is still corrected', () => {
  const book = atWork();
  book.act(as('procurement'), { type: 'CloseCase', reason: 'Done.', outcome: 'completed' });
  expect(book.state.status).toBe('closing');
  expect(book.act(as('procurement'), corrected('executive')).status).toBe('recorded');
});
