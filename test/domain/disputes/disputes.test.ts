import type { HumanCommand } from '../../../domain/case/commands.js';
import { commandsIn, faultsOf } from '../../support/actions/commandLines.js';
import { as, type Book } from '../../support/domain/book.js';
import { atWork } from '../../support/domain/wayToWork.js';

const manager = as('engineering-manager');
const procurement = as('procurement');
const contact = as('vendor-contact');

const read = (book: Book, value: number, by = manager) =>
  book.act(by, { type: 'RecordReading', kpi: 'Velocity', value, source: 'board' });
type Raise = Extract<HumanCommand, { type: 'RaiseDispute' }>;
const raise = (book: Book, more: Partial<Raise> = {}) =>
  book.act(contact, { type: 'RaiseDispute', about: 'reading', of: 'Velocity', reason: 'Two are missing.', ...more });
type Answer = Extract<HumanCommand, { type: 'AnswerDispute' }>;
const answer = (book: Book, more: Partial<Answer> = {}, by = procurement, dispute = 'dispute-1') =>
  book.act(by, { type: 'AnswerDispute', dispute, answer: 'uphold', reason: 'The board says so.', ...more });
const value = ({ state }: Book) => state.readings.map((r) => [r.value, r.missed]);
/** A team at work with a reading that missed its target. */
const missed = () => {
  const book = atWork().after(24);
  read(book, 20);
  return book;
};

describe('a disputed reading', () => {
  test('given a reading, when the vendor disputes it, then an answer is due from somebody who did not record it', () => {
    const book = missed();
    const mark = book.mark;
    expect(raise(book, {})).toMatchObject({ status: 'recorded' });
    expect(book.since(mark, 'DisputeRaised')).toMatchObject([
      { dispute: 'dispute-1', of: 'Velocity', value: 20, recordedBy: ['engineering-manager'] },
    ]);
    expect(book.state.tasks['dispute:dispute-1']).toMatchObject({ assignees: ['procurement'], role: 'procurement' });
    expect(book.state.tasks['dispute:dispute-1']?.due).toBe(
      book.since(mark, 'DisputeRaised').map((e) => 'due' in e && e.due)[0],
    );
    expect(raise(book)).toMatchObject({ code: 'DuplicateId' });
    expect(value(book)).toEqual([[20, true]]);
  });

  test.each([
    ['the client', as('legal'), 'NotYourRole'],
    ['whoever recorded it', manager, 'RequesterMayNotDecide'],
    ['the vendor', contact, 'NotYourRole'],
  ])('given an answer by %s, then it is refused', (_who, by, code) => {
    const book = missed();
    raise(book);
    expect(answer(book, { answer: 'correct', value: 27 }, by)).toMatchObject({ code });
    expect(value(book)).toEqual([[20, true]]);
  });

  test('given it is corrected, then the value takes the place of the old one, the miss goes, and the record of both stays', () => {
    const book = missed();
    raise(book);
    expect(Object.keys(book.state.tasks)).toContain('kpi:Velocity');
    expect(answer(book, { answer: 'correct', value: 20 })).toMatchObject({ code: 'Malformed' });
    expect(answer(book, { answer: 'correct' })).toMatchObject({ code: 'Malformed' });
    expect(answer(book, { answer: 'uphold', value: 27 })).toMatchObject({ code: 'Malformed' });
    const mark = book.mark;
    answer(book, { answer: 'correct', value: 27 });
    expect(book.since(mark, 'DisputeAnswered')).toMatchObject([{ answer: 'correct', value: 27, missed: false }]);
    expect(value(book)).toEqual([[27, false]]);
    expect(Object.keys(book.state.tasks)).not.toContain('kpi:Velocity');
    expect(book.state.tasks['dispute:dispute-1']).toBeUndefined();
    expect(book.since(0, 'ReadingRecorded')).toMatchObject([{ value: 20, missed: true }]);
    expect(answer(book)).toMatchObject({ code: 'DisputeNotInState' });
  });

  test('given it is corrected to what still misses the target, then the miss stays', () => {
    const book = missed();
    raise(book);
    answer(book, { answer: 'correct', value: 21 });
    expect(value(book)).toEqual([[21, true]]);
  });

  test('given a newer reading, when an older one is corrected, then the newer one stands', () => {
    const book = missed();
    const at = book.now;
    book.after(24);
    read(book, 22);
    raise(book, { when: at });
    expect(book.state.disputes?.['dispute-1']?.value).toBe(20);
    answer(book, { answer: 'correct', value: 30 });
    expect(value(book)).toEqual([[22, true]]);
  });

  test('given it is upheld, then it is disputed again with something new alone, and twice at most', () => {
    const book = missed();
    raise(book, { evidence: 'https://board.example/1' });
    answer(book);
    expect(value(book)).toEqual([[20, true]]);
    expect(raise(book)).toMatchObject({ code: 'NothingToDispute', said: { code: 'disputes.nothing-new' } });
    expect(raise(book, { evidence: 'https://board.example/1' })).toMatchObject({ code: 'NothingToDispute' });
    expect(raise(book, { evidence: 'https://board.example/2' })).toMatchObject({ status: 'recorded' });
    expect(answer(book, {}, procurement, 'dispute-2')).toMatchObject({ code: 'RequesterMayNotDecide' });
    answer(book, {}, as('executive'), 'dispute-2');
    expect(raise(book, { evidence: 'https://board.example/3' })).toMatchObject({
      said: { code: 'disputes.too-often', limit: 2 },
    });
  });

  test('given whoever corrected it, when it is disputed again, then somebody else answers', () => {
    const book = missed();
    raise(book);
    answer(book, { answer: 'correct', value: 21 });
    raise(book, { evidence: 'https://board.example/2' });
    expect(answer(book, {}, procurement, 'dispute-2')).toMatchObject({ code: 'RequesterMayNotDecide' });
    expect(answer(book, {}, as('executive'), 'dispute-2')).toMatchObject({ status: 'recorded' });
  });

  test('given the days of the policy are over, then it can no longer be disputed', () => {
    const book = missed();
    const day = Date.parse(`${book.now.slice(0, 10)}T00:00:00Z`);
    const at = (days: number, hour: string) =>
      `${new Date(day + days * 86_400_000).toISOString().slice(0, 10)}T${hour}`;
    const late = book.copy().until(at(10, '22:00:00.000Z'));
    expect(raise(late)).toMatchObject({ code: 'NothingToDispute', said: { days: 10 } });
    expect(raise(book.until(at(10, '21:00:00.000Z')))).toMatchObject({ status: 'recorded' });
  });

  test('given a late answer that is worse than the record, then the days for the second round count from the answer', () => {
    const book = missed();
    const at = book.now;
    raise(book);
    book.after(24 * 15);
    read(book, 26);
    answer(book, { answer: 'correct', value: 15 });
    const again: Partial<Raise> = { when: at, evidence: 'https://board.example/2' };
    expect(raise(book.copy().after(24 * 9), again)).toMatchObject({ status: 'recorded' });
    expect(raise(book.after(24 * 11), again)).toMatchObject({ said: { code: 'disputes.nothing' } });
  });

  test('given a policy that moves last days off days off, then the last day of a dispute moves as well', () => {
    const book = missed();
    const last = new Date(Date.parse(book.now) + 10 * 86_400_000).toISOString().slice(0, 10);
    const { plan, calendars } = book.state;
    const vendor = { ...calendars.vendor, holidays: [...calendars.vendor.holidays, last] };
    book.state = { ...book.state, plan: { ...plan, movesOffDaysOff: true }, calendars: { ...calendars, vendor } };
    expect(raise(book.until(`${last}T23:30:00.000Z`))).toMatchObject({ status: 'recorded' });
  });

  test.each([
    [5, { status: 'recorded' }],
    [12, { code: 'NothingToDispute' }],
  ])(
    'given a pause that began %i days after the record, then a dispute is in time as it was on that day',
    (days, outcome) => {
      const book = missed().after(24 * days);
      book.act(procurement, { type: 'PauseCase', reason: 'The budget is frozen.' });
      expect(raise(book.after(24 * 20))).toMatchObject(outcome);
    },
  );

  test('given nothing of that name, then there is nothing to dispute', () => {
    const book = missed();
    expect(raise(book, { of: 'Happiness' })).toMatchObject({ code: 'NothingToDispute' });
    expect(raise(book, { when: '2026-09-01T00:00:00.000Z' })).toMatchObject({ code: 'NothingToDispute' });
    expect(book.act(manager, { type: 'RaiseDispute', about: 'reading', of: 'Velocity', reason: 'x' })).toMatchObject({
      code: 'NotYourRole',
    });
    expect(answer(book)).toMatchObject({ code: 'UnknownDispute' });
  });

  test('given a case that names nobody else, then whoever recorded it answers, and that is said', () => {
    const book = missed();
    raise(book);
    const { procurement: _p, executive: _e, ...people } = book.state.intake.client.people;
    book.state = {
      ...book.state,
      openedBy: 'engineering-manager',
      intake: { ...book.state.intake, client: { ...book.state.intake.client, people } },
    };
    book.after(1);
    expect(book.state.tasks['dispute:dispute-1']?.assignees).toEqual(['engineering-manager']);
    const mark = book.mark;
    expect(answer(book, {}, manager)).toMatchObject({ status: 'recorded' });
    expect(book.since(mark, 'DisputeAnswered')).toMatchObject([{ alone: true }]);
  });

  test('given silence, then the answer is late and whoever is above is asked as well', () => {
    const book = missed();
    raise(book);
    book.after(24 * 6);
    expect(book.state.tasks['dispute:dispute-1']?.lateSince).toBeDefined();
    expect(book.state.tasks['dispute-late:dispute-1']?.assignees).toEqual(['executive']);
    expect(book.state.disputes?.['dispute-1']?.answered).toBeUndefined();
  });
});

describe('a disputed miss of a meeting', () => {
  /** The first stand-up was missed, and nothing else was recorded. */
  const unmet = () => {
    const book = atWork().after(24 * 4);
    const { day } = book.state.meetings.find((m) => m.id === 'CA-1' && m.status === 'missed') ?? { day: '' };
    return { book, day };
  };

  test('given it was held, when the client says so with who was there, then the miss no longer counts', () => {
    const { book, day } = unmet();
    const before = book.state.attendance['CA-1'];
    raise(book, { about: 'meeting', of: 'CA-1', when: day });
    expect(book.state.attendance['CA-1']).toEqual(before);
    expect(answer(book, { answer: 'correct' }, manager)).toMatchObject({ code: 'Malformed' });
    expect(answer(book, { answer: 'correct', value: 3 }, manager)).toMatchObject({ code: 'Malformed' });
    answer(book, { answer: 'correct', attendees: 4, notes: 'Plan for the week.' }, manager);
    expect(book.state.attendance['CA-1']).toEqual({
      held: (before?.held ?? 0) + 1,
      missed: (before?.missed ?? 0) - 1,
    });
    expect(book.state.meetings.find((m) => m.id === 'CA-1' && m.day === day)?.status).toBe('held');
    expect(raise(book, { about: 'meeting', of: 'CA-1', when: day, evidence: 'x' })).toMatchObject({
      code: 'NothingToDispute',
    });
  });

  test('given a meeting that the manager had to hold, then the manager does not judge the miss', () => {
    const book = atWork().after(24 * 14);
    raise(book, { about: 'meeting', of: 'CA-2' });
    expect(book.state.disputes?.['dispute-1']?.recordedBy).toEqual(['engineering-manager']);
    expect(answer(book, {}, manager)).toMatchObject({ code: 'RequesterMayNotDecide' });
    expect(answer(book)).toMatchObject({ status: 'recorded' });
  });

  test('given it is upheld, then it stays missed', () => {
    const { book, day } = unmet();
    const before = book.state.attendance['CA-1'];
    raise(book, { about: 'meeting', of: 'CA-1', when: day });
    answer(book, {}, manager);
    expect(book.state.attendance['CA-1']).toEqual(before);
  });
});

test('given every task of disputes, then each command line is one that the product takes', async () => {
  const book = missed();
  raise(book);
  book.after(24 * 3);
  raise(book, { about: 'meeting', of: 'CA-1' });
  const asked = commandsIn(book.rows).filter((line) => line.includes('dispute'));
  expect(asked).toHaveLength(4);
  expect(await faultsOf(asked)).toEqual([]);
});
