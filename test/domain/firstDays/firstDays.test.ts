import { commandsIn, faultsOf } from '../../support/actions/commandLines.js';
import { augmented, newTerms } from '../../support/domain/agreements.js';
import { as, type Book } from '../../support/domain/book.js';

const manager = as('engineering-manager');
const contact = as('vendor-contact');
const FACTS = ['FirstDayAgreed', 'FirstDayAnnounced', 'FirstDayConfirmed', 'FirstDayRefused', 'FirstDayLate'] as const;
const AFTER = '2026-09-04T23:00:00.000Z';

const announce = (book: Book, day: string, person = 'rui') =>
  book.act(contact, { type: 'AnnounceFirstDay', person, day });
const answer = (book: Book, day: string, given: 'confirm' | 'refuse' = 'confirm', by = manager) =>
  book.act(by, { type: 'AnswerFirstDay', person: 'rui', day, answer: given, reason: 'Seen at nine.' });
const late = (book: Book, mark: number) => book.since(mark, 'FirstDayLate');
const terms = (onboardedBy: string) => ({
  model: 'staff-augmentation',
  staffAugmentation: {
    managers: [
      { engineer: 'rui', manager: 'engineering-manager', onboardedBy },
      { engineer: 'ines', manager: 'engineering-manager', onboardedBy: '2026-09-11' },
    ],
    qualityOwner: 'engineering-manager',
    architectureOwner: 'engineering-manager',
  },
});

test('given the terms and accepted people, then each first day comes onto the record once, with the day that the terms name', () => {
  expect(augmented().since(0, 'FirstDayAgreed')).toEqual([
    { type: 'FirstDayAgreed', person: 'rui', manager: 'engineering-manager', due: '2026-09-04' },
    { type: 'FirstDayAgreed', person: 'ines', manager: 'engineering-manager', due: '2026-09-11' },
  ]);
});

test('given nothing is missing any more, then the vendor is asked to announce, and for whom something is, it is not', () => {
  const { tasks } = augmented().state;
  expect(tasks['first-day:rui']).toMatchObject({ assignees: ['vendor-contact'] });
  expect(tasks['first-day:ines']).toBeUndefined();
});

test('given an announcement, then the vendor confirms nothing, the client is asked on that day and not before, and its word counts', () => {
  const book = augmented();
  const mark = book.mark;
  announce(book, '2026-09-03');
  expect(announce(book, '2026-09-03')).toMatchObject({ code: 'DuplicateId' });
  expect(answer(book, '2026-09-03', 'confirm', contact)).toMatchObject({ code: 'NotYourRole' });
  expect(answer(book, '2026-09-03')).toMatchObject({ code: 'TimeOutOfRange' });
  expect(Object.keys(book.state.tasks).filter((id) => id.includes('first-day:rui'))).toEqual([]);
  book.until('2026-09-03T09:00:00.000Z');
  expect(book.state.tasks['confirm-first-day:rui']).toMatchObject({ assignees: ['engineering-manager'] });
  expect(answer(book, '2026-09-02')).toMatchObject({ code: 'ContentChanged' });
  answer(book, '2026-09-03');
  book.until('2026-09-08T09:00:00.000Z');
  expect(book.since(mark, ...FACTS)).toEqual([
    { type: 'FirstDayAnnounced', person: 'rui', day: '2026-09-03' },
    { type: 'FirstDayConfirmed', person: 'rui', day: '2026-09-03', daysLate: 0, reason: 'Seen at nine.' },
  ]);
  expect(answer(book, '2026-09-03')).toMatchObject({ code: 'FirstDayNotInState' });
});

test('given an announced day on which nobody came, then the client says so, and the vendor announces another one', () => {
  const book = augmented();
  announce(book, '2026-09-02');
  book.until('2026-09-03T09:00:00.000Z');
  answer(book, '2026-09-02', 'refuse');
  expect(answer(book, '2026-09-02', 'refuse')).toMatchObject({ code: 'FirstDayNotInState' });
  expect(book.state.tasks['first-day:rui']).toBeDefined();
  expect(book.state.firstDays?.rui).toMatchObject({ refused: { day: '2026-09-02', reason: 'Seen at nine.' } });
  expect(announce(book, '2026-09-03')).toMatchObject({ status: 'recorded' });
});

test('given nothing is announced, then it is late once as the vendor’s miss, and a day after the agreed one counts as late', () => {
  const book = augmented();
  const mark = book.mark;
  book.until(AFTER).until('2026-09-09T09:00:00.000Z');
  const due = '2026-09-04T23:00:00.000Z';
  expect(late(book, mark)).toEqual([{ type: 'FirstDayLate', person: 'rui', due, side: 'vendor' }]);
  answer(book, '2026-09-07');
  expect(book.since(mark, 'FirstDayConfirmed')).toMatchObject([{ day: '2026-09-07', daysLate: 3 }]);
});

test.each([
  ['2026-09-07', 0],
  ['2026-09-08', 1],
])(
  'given a last day that moves off a day off to a Monday, when %s is confirmed, then it is %i days late',
  (day, daysLate) => {
    const book = augmented();
    const { plan, calendars } = book.state;
    const vendor = { ...calendars.vendor, holidays: [...calendars.vendor.holidays, '2026-09-04'] };
    book.state = { ...book.state, plan: { ...plan, movesOffDaysOff: true }, calendars: { ...calendars, vendor } };
    const mark = book.mark;
    book.until('2026-09-09T09:00:00.000Z');
    answer(book, day);
    expect(book.since(mark, 'FirstDayConfirmed')).toMatchObject([{ daysLate }]);
  },
);

test('given the vendor has announced it in time and the client stays silent, then the miss is the client’s', () => {
  const book = augmented();
  const mark = book.mark;
  announce(book, '2026-09-03');
  book.until('2026-09-08T09:00:00.000Z');
  expect(late(book, mark)).toMatchObject([{ person: 'rui', side: 'client' }]);
});

test('given it is announced minutes before its day ends, then the client has had no time to answer, and the miss is the vendor’s', () => {
  const book = augmented().until('2026-09-04T22:55:00.000Z');
  const mark = book.mark;
  announce(book, '2026-09-04');
  book.until('2026-09-08T09:00:00.000Z');
  expect(late(book, mark)).toMatchObject([{ person: 'rui', side: 'vendor' }]);
});

test.each([
  ['the hours of its task', 'client', '2026-09-03T07:00:00.000Z'],
  ['fewer hours', 'vendor', '2026-09-03T09:00:00.000Z'],
])(
  'given the client had %s between the announcement and the end of the day, then the miss is that of the %s',
  (_time, side, at) => {
    const book = augmented().until(at);
    const mark = book.mark;
    announce(book, '2026-09-03');
    book.until('2026-09-08T09:00:00.000Z');
    expect(late(book, mark)).toMatchObject([{ person: 'rui', side }]);
  },
);

test('given the client’s miss, when it says that nobody was there, then the vendor’s takes its place, once, whatever is announced then', () => {
  const book = augmented();
  const mark = book.mark;
  announce(book, '2026-09-03');
  book.until('2026-09-08T09:00:00.000Z');
  expect(book.state.firstDays?.rui).toMatchObject({ missedBy: 'client' });
  answer(book, '2026-09-03', 'refuse');
  const due = '2026-09-04T23:00:00.000Z';
  expect(late(book, mark)).toEqual([
    { type: 'FirstDayLate', person: 'rui', due, side: 'client' },
    { type: 'FirstDayLate', person: 'rui', due, side: 'vendor', insteadOf: 'client' },
  ]);
  expect(book.state.firstDays?.rui).toMatchObject({ missedBy: 'vendor' });
  announce(book, '2026-09-02');
  answer(book, '2026-09-02', 'refuse');
  expect(late(book, mark)).toHaveLength(2);
});

test('given a day that was refused, then it is not announced again, neither at once nor after another one', () => {
  const book = augmented();
  announce(book, '2026-09-02');
  book.until('2026-09-03T09:00:00.000Z');
  answer(book, '2026-09-02', 'refuse');
  expect(announce(book, '2026-09-02')).toMatchObject({ code: 'FirstDayNotInState' });
  announce(book, '2026-09-03');
  expect(announce(book, '2026-09-02')).toMatchObject({ code: 'FirstDayNotInState' });
});

test('given somebody left before the first day, then nobody is late and nothing is asked', () => {
  const book = augmented();
  const mark = book.mark;
  book.act(contact, { type: 'RecordDeparture', person: 'rui', reason: 'Took another job.' });
  book.until('2026-09-08T09:00:00.000Z');
  expect(late(book, mark)).toEqual([]);
  expect(announce(book, '2026-09-08')).toMatchObject({ code: 'FirstDayNotInState' });
});

test.each([
  ['the vendor', contact, '2026-09-08', '2026-09-08'],
  ['the client', as('procurement'), '2026-09-02', '2026-09-04'],
])(
  'given %s supplies another day and it is approved, then it holds unless the client alone made it earlier',
  (_who, by, named, due) => {
    const book = augmented();
    newTerms(book, by, terms(named));
    expect(book.state.firstDays?.rui?.due).toBe(due);
  },
);

test('given a first day that the client missed, when the client alone supplies a later one, then the miss and its day stand', () => {
  const book = augmented();
  announce(book, '2026-09-04');
  book.until('2026-09-07T09:00:00.000Z');
  const { rui } = book.state.firstDays ?? {};
  expect(rui).toMatchObject({ missedBy: 'client', due: '2026-09-04' });
  newTerms(book, as('procurement'), terms('2026-12-15'));
  expect(book.state.firstDays?.rui).toEqual(rui);
});

test('given every task of first days, then each command line is one that the product takes', async () => {
  const book = augmented();
  announce(book, '2026-09-02');
  book.until('2026-09-03T09:00:00.000Z');
  const asked = commandsIn(book.rows).filter((line) => line.includes('first-day'));
  expect(asked).toHaveLength(3);
  expect(await faultsOf(asked)).toEqual([]);
});
