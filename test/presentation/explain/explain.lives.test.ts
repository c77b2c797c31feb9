import { plusMs } from '../../../domain/time.js';
import { explain } from '../../../presentation/explain/explain.js';
import { as, type Book } from '../../support/domain/book.js';
import { ADA } from '../../support/domain/outcomes.js';
import { atWork } from '../../support/domain/wayToWork.js';

const REPOSITORY = 'github:meridian/eta-model';
const told = (book: Book, at: string, resource?: string) =>
  explain(book.rows, { person: 'ada', at, ...(resource !== undefined && { resource }) }, 'Europe/Berlin').places[0];
const timeOf = (book: Book, type: string): string => {
  const row = book.rows.findLast(({ event }) => event.type === type && 'lease' in event && event.lease === ADA);
  if (row === undefined) throw new Error(`There is no ${type}.`);
  return row.at;
};

test('given access that was opened and ended, then each instant has its own answer', () => {
  const book = atWork();
  const opened = timeOf(book, 'AccessOpened');
  book.after(30);
  book.act(as('security'), { type: 'SuspendAccess', person: 'ada', reason: 'Odd downloads.' });
  book.after(1);
  const withdrawn = timeOf(book, 'AccessWithdrawn');
  const said = (at: string) => {
    const place = told(book, at);
    return [place?.state, place?.right?.permission, place?.ended?.cause];
  };
  expect(said(plusMs(opened, -1))).toEqual(['absent', undefined, undefined]);
  expect(said(opened)).toEqual(['present', 'push', undefined]);
  expect(said(plusMs(withdrawn, -1))).toEqual(['present', 'push', undefined]);
  expect(said(withdrawn)).toEqual(['absent', undefined, 'suspended']);
  expect(told(book, opened, 'github:Meridian/eta-model')?.resource).toBe(REPOSITORY);
  expect(told(book, opened, 'github:meridian/another')).toBeUndefined();
});

test('given access that somebody removed by hand, then nobody saw when, and the looks around it say between which instants', () => {
  const book = atWork();
  book.after(25);
  const before = timeOf(book, 'AccessObserved');
  book.provider.delete(ADA);
  const removed = book.now;
  book.after(25);
  const after = timeOf(book, 'AccessChangedOutside');
  expect(told(book, removed)).toMatchObject({ state: 'unseen', nobodyLooked: { from: before, until: after } });
  expect(told(book, after)?.state).toBe('absent');
});

test('given a grant, then every paper is there with its text and who signed when, and each decision with who took it', () => {
  const book = atWork();
  const { grounds = [], right } = told(book, book.now) ?? {};
  expect(grounds.map(({ ref }) => ref)).toEqual(right?.restsOn);
  const nda = grounds.find(({ ref }) => ref.startsWith('paper:nda@'));
  const hash = nda?.ref.slice('paper:nda@'.length);
  expect(nda?.title).toBe(`nda (nda), text ${hash}`);
  const signed = book.rows.flatMap(({ seq, actor, event }) =>
    event.type === 'PaperSigned' && event.paper === 'nda' ? [[seq, actor.personId]] : [],
  );
  expect(signed.length).toBeGreaterThan(1);
  expect(nda?.entries.map(({ seq, by }) => [seq, by])).toEqual(expect.arrayContaining(signed));
  expect(grounds.find(({ ref }) => ref.startsWith('gate:contract@'))?.entries[0]).toMatchObject({
    by: 'legal',
    role: 'legal',
  });
  expect(grounds.find(({ ref }) => ref === 'roster:ada')?.entries.map(({ by }) => by)).toContain('engineering-manager');
  // What stands behind nothing that anybody said is told by its reference.
  expect(grounds.filter(({ entries }) => entries.length === 0).map(({ ref }) => ref)).toEqual([]);
});

test('given papers that were signed later, then nothing of them is told of an instant before', () => {
  const book = atWork();
  const opened = timeOf(book, 'AccessOpened');
  book.act(as('vendor-contact'), { type: 'RecordDeparture', person: 'ada', reason: 'Moves on.' });
  const later = told(book, opened)?.grounds.flatMap(({ entries }) => entries.filter(({ at }) => at > opened));
  expect(later).toEqual([]);
});
