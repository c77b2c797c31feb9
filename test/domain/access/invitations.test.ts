import { HOUR_MS, plusMs } from '../../../domain/time.js';
import { as, type Book } from '../../support/domain/book.js';
import { toldTo } from '../../support/domain/letters.js';
import { atWork } from '../../support/domain/wayToWork.js';

const ADA = 'ada/github:meridian/eta-model';

/** A case at work in which Ada is invited anew. */
function invited(): Book {
  const book = atWork();
  book.weather = 'invites';
  book.act(as('security'), { type: 'SuspendAccess', person: 'ada', reason: 'Stolen laptop.' });
  book.act(as('engineering-manager'), { type: 'ResumeAccess', person: 'ada', reason: 'A new one.' });
  expect([book.state.leases[ADA]?.seen, [...book.invited]]).toEqual(['invited', [ADA]]);
  return book;
}

/** The invitation lapses at the provider, and the next look finds that. */
function lapse(book: Book): Book {
  book.invited.delete(ADA);
  book.lapsed.add(ADA);
  return book.after(25);
}

const tasks = ({ state }: Book) =>
  Object.values(state.tasks)
    .filter(({ id }) => id.endsWith(ADA))
    .map(({ id, assignees }) => [id, ...assignees]);
const TO_ACCEPT = [`invitation:${ADA}`, 'ada', 'vendor-contact'];

describe('an invitation', () => {
  test('given one that waits, when four business hours of the vendor are over, then she and the vendor’s contact are told, and not before', () => {
    const book = invited();
    const told = plusMs(book.now, 4 * HOUR_MS);
    book.after(24);
    const opened = book.rows.flatMap(({ at, event }) =>
      event.type === 'TaskOpened' && event.task.id === `invitation:${ADA}` ? [at] : [],
    );
    expect([opened, tasks(book)]).toEqual([[told], [TO_ACCEPT]]);
  });

  test('given one that waits and is told, when she accepts, then the next look opens her access and nothing is left to do', () => {
    const book = invited().after(24);
    const mark = book.mark;
    book.invited.delete(ADA);
    book.provider.add(ADA);
    book.after(25);
    expect([tasks(book), book.since(mark, 'AccessOpened', 'InvitationEnded')]).toEqual([
      [],
      [{ type: 'AccessOpened', lease: ADA, permission: 'push' }],
    ]);
  });

  test('given one that lapsed, when a look finds that, then it is told to both and she is invited again', () => {
    const book = invited();
    const mark = book.mark;
    lapse(book);
    const told = ['ada', 'vendor-contact', 'security'].map((to) =>
      toldTo(book, mark, to).filter((what) => what.includes('InvitationEnded')),
    );
    expect(told.map(({ length }) => length)).toEqual([1, 1, 0]);
    expect(book.since(0, 'InvitationEnded')).toEqual([
      { type: 'InvitationEnded', lease: ADA, how: 'lapsed', times: 1 },
    ]);
    expect([...book.invited]).toEqual([ADA]);
    expect(book.since(0, 'AccessChangedOutside')).toEqual([]);
  });

  test('given one that is gone and has not lapsed, when a look finds that, then it is told as declined', () => {
    const book = invited();
    book.invited.delete(ADA);
    book.after(25);
    expect(book.since(0, 'InvitationEnded')).toEqual([
      { type: 'InvitationEnded', lease: ADA, how: 'declined', times: 1 },
    ]);
  });

  test('given three that came to nothing, then there is no further one, looks find nothing new, and somebody has to look into it', () => {
    const book = lapse(lapse(lapse(invited())));
    const mark = book.mark;
    book.after(24 * 3);
    expect([...book.invited]).toEqual([]);
    expect(tasks(book)).toEqual([[`not-invited:${ADA}`, 'engineering-manager', 'vendor-contact']]);
    expect(book.since(mark, 'AccessObserved', 'AccessGranted')).toEqual([]);
    expect(book.since(0, 'InvitationEnded').length).toBe(3);
  });

  test('given nobody who is invited any more, when her access is suspended and resumed, then she is invited anew', () => {
    const book = lapse(lapse(lapse(invited())));
    book.act(as('security'), { type: 'SuspendAccess', person: 'ada', reason: 'She has not accepted.' });
    book.act(as('engineering-manager'), { type: 'ResumeAccess', person: 'ada', reason: 'She accepts today.' });
    expect([[...book.invited], tasks(book)]).toEqual([[ADA], []]);
  });

  test('given one that waits, when her access ends, then it is cancelled and proven absent', () => {
    const book = invited().after(24);
    const mark = book.mark;
    book.act(as('security'), { type: 'SuspendAccess', person: 'ada', reason: 'Stolen again.' });
    book.after(2);
    expect([[...book.invited], tasks(book)]).toEqual([[], []]);
    expect(book.since(mark, 'AccessWithdrawn', 'AbsenceProven', 'InvitationEnded')).toEqual([
      { type: 'AccessWithdrawn', lease: ADA },
      { type: 'AbsenceProven', lease: ADA, hours: 1 },
    ]);
  });
});
