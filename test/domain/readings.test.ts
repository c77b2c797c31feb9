import type { CaseEvent } from '../../domain/case/events.js';
import { say } from '../../domain/say.js';
import { cadenceTasks } from '../../domain/tasks/cadenceTasks.js';
import { as, type Book } from '../support/domain/book.js';
import { atWork } from '../support/domain/wayToWork.js';

const contact = as('vendor-contact');
const manager = as('engineering-manager');
const read = (book: Book, value: number, at?: string, by = contact) =>
  book.act(by, {
    type: 'RecordReading',
    kpi: 'Velocity',
    value,
    source: 'board',
    ...(at === undefined ? {} : { at }),
  });
const kept = ({ state }: Book) => state.readings.map(({ value, at }) => [value, at]);

test('a reading without a time counts from when it is recorded, and its fact says no more', () => {
  const book = atWork();
  const mark = book.mark;
  read(book, 27);
  expect(book.since(mark, 'ReadingRecorded')).toEqual([
    { type: 'ReadingRecorded', kpi: 'Velocity', value: 27, source: 'board', missed: false },
  ] satisfies CaseEvent[]);
  expect(kept(book)).toEqual([[27, book.now]]);
});

test('a day counts from its start where the client is; late entries do not outlive newer readings', () => {
  const book = atWork();
  book.after(72);
  const now = book.now;
  read(book, 20, now.slice(0, 10));
  expect(kept(book)).toEqual([
    [20, `${new Date(Date.parse(now) - 86_400_000).toISOString().slice(0, 10)}T22:00:00.000Z`],
  ]);
  read(book, 27);
  read(book, 20, now.slice(0, 10));
  expect(kept(book)).toEqual([[27, now]]);
  // What was missed lies behind a reading that reached the target.
  expect(Object.keys(book.state.tasks).filter((id) => id.startsWith('kpi:'))).toEqual([]);
  read(book, 21);
  expect(kept(book).map(([value]) => value)).toEqual([21]);
});

test.each([
  ['tomorrow', (now: string) => new Date(Date.parse(now) + 86_400_000).toISOString()],
  ['before the case was opened', () => '2026-08-30'],
])('a reading of %s is refused', (_when, at) => {
  const book = atWork();
  expect(read(book, 27, at(book.now))).toMatchObject({ status: 'refused', code: 'ReadingOutOfTime' });
  expect(kept(book)).toEqual([]);
});

describe('a miss that the client recorded', () => {
  const isAsked = ({ state }: Book) => state.tasks['kpi:Velocity'] !== undefined;
  const missed = () => {
    const book = atWork().after(24);
    read(book, 20, undefined, manager);
    return book;
  };

  test('given the vendor reads a hit for the same week, then the miss stands, the other value is recorded beside it and said, and both can be settled', () => {
    const book = missed();
    const at = book.now;
    read(book.after(1), 30);
    expect(book.state.readings).toMatchObject([{ value: 20, missed: true, beside: { value: 30, source: 'board' } }]);
    expect(cadenceTasks(book.state, book.now).find(({ id }) => id === 'kpi:Velocity')?.why).toContainEqual(
      say('tasks.kpi-beside', { value: 30, source: 'board' }),
    );
    book.act(contact, { type: 'RaiseDispute', about: 'reading', of: 'Velocity', reason: 'Two are missing.' });
    expect(book.state.disputes?.['dispute-1']).toMatchObject({ value: 20, when: at });
    read(book, 30, undefined, manager);
    expect(kept(book)).toEqual([[30, book.now]]);
    expect(isAsked(book)).toBe(false);
  });

  test('given the vendor read a hit first, when the client records a miss for the same week and an earlier hour, then the miss stands', () => {
    const book = atWork().after(24);
    const earlier = book.now;
    read(book.after(2), 30);
    read(book, 20, earlier, manager);
    expect(kept(book)).toEqual([[20, earlier]]);
    expect(isAsked(book)).toBe(true);
  });

  test('given the vendor reads a hit in the next week, then that is the reading that counts', () => {
    const book = missed();
    read(book.after(24 * 7), 30);
    expect(kept(book)).toEqual([[30, book.now]]);
    expect(isAsked(book)).toBe(false);
  });
});
