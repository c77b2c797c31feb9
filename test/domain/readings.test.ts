import type { CaseEvent } from '../../domain/case/events.js';
import { as, type Book } from '../support/domain/book.js';
import { atWork } from '../support/domain/wayToWork.js';

const read = (book: Book, value: number, at?: string) =>
  book.act(as('vendor-contact'), {
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
