import type { HumanCommand } from '../../../domain/case/commands.js';
import type { JsonObject } from '../../../domain/controls/form.js';
import type { Milestone } from '../../../domain/milestones/milestone.js';
import { commandsIn, faultsOf } from '../../support/actions/commandLines.js';
import { inProject, newTerms } from '../../support/domain/agreements.js';
import { as, type Book } from '../../support/domain/book.js';
import { toldTo } from '../../support/domain/letters.js';

const manager = as('engineering-manager');
const contact = as('vendor-contact');
const FACTS = [
  'MilestonesAgreed',
  'MilestoneDelivered',
  'MilestoneAccepted',
  'MilestoneReturned',
  'MilestoneMoveProposed',
  'MilestoneMoved',
  'MilestoneMoveDeclined',
  'MilestoneLate',
] as const;
const TERMS = [
  ['milestone-1', '2026-10-09'],
  ['milestone-2', '2026-11-13'],
  ['milestone-3', '2026-12-11'],
];

const first = ({ state }: Book): Milestone | undefined => state.milestones?.list['milestone-1'];
const told = (book: Book, mark: number) => book.since(mark, ...FACTS).map(({ type }) => type);
const deliver = (book: Book, milestone = 'milestone-1') =>
  book.act(contact, { type: 'DeliverMilestone', milestone, evidence: 'https://git.odra.example/release/1' });
type Answer = Extract<HumanCommand, { type: 'AnswerMilestone' }>;
const answer = (book: Book, given: Answer['answer'], delivery = 1, by = manager) =>
  book.act(by, { type: 'AnswerMilestone', milestone: 'milestone-1', delivery, answer: given, reason: 'Measured.' });
const move = (book: Book, by: ReturnType<typeof as>, due: string) =>
  book.act(by, { type: 'MoveMilestone', milestone: 'milestone-1', due, reason: 'Holidays.' });
const answerMove = (book: Book, by: ReturnType<typeof as>, due: string, given: 'agree' | 'decline') =>
  book.act(by, { type: 'AnswerMilestoneMove', milestone: 'milestone-1', due, answer: given, reason: 'Fine.' });

describe('milestones of a project', () => {
  test('given the terms, when their gate opens, then they come onto the record once, and not before', () => {
    const book = inProject();
    const agreed = book.since(0, 'MilestonesAgreed');
    expect(agreed).toMatchObject([{ type: 'MilestonesAgreed', milestones: TERMS.map(([id, due]) => ({ id, due })) }]);
    const before = book.rows.findIndex(({ event }) => event.type === 'MilestonesAgreed');
    expect(book.rows.slice(0, before).some(({ event }) => event.type === 'StageCompleted')).toBe(true);
    expect(first(book)).toMatchObject({ status: 'planned', deliveries: 0, acceptedBy: 'engineering-manager' });
  });

  test('given a day far ahead, then the delivery is a task five working days before, and late once after the day where the vendor is', () => {
    const book = inProject().until('2026-10-02T14:00:00.000Z');
    expect(book.state.tasks['deliver:milestone-1']).toBeUndefined();
    book.until('2026-10-05T14:00:00.000Z');
    expect(book.state.tasks['deliver:milestone-1']?.due).toBe('2026-10-09T22:00:00.000Z');
    const mark = book.mark;
    book.until('2026-10-09T21:59:00.000Z');
    expect(told(book, mark)).toEqual([]);
    book.until('2026-10-20T08:00:00.000Z');
    expect(book.since(mark, ...FACTS)).toEqual([
      { type: 'MilestoneLate', milestone: 'milestone-1', due: '2026-10-09T22:00:00.000Z' },
    ]);
    for (const who of ['engineering-manager', 'procurement', 'vendor-contact'])
      expect(toldTo(book, mark, who)).toContain('MilestoneLate');
    expect(toldTo(book, mark, 'legal')).not.toContain('MilestoneLate');
  });

  test('given a delivery, then only the vendor makes it, the client accepts it with a reason, and it is owed no more', () => {
    const book = inProject();
    const mark = book.mark;
    expect(book.act(manager, { type: 'DeliverMilestone', milestone: 'milestone-1', evidence: 'x' })).toMatchObject({
      code: 'NotYourRole',
    });
    expect(deliver(book, 'milestone-9')).toMatchObject({ code: 'UnknownMilestone' });
    expect(answer(book, 'accept')).toMatchObject({ code: 'MilestoneNotInState' });
    deliver(book);
    expect(deliver(book)).toMatchObject({ code: 'MilestoneNotInState' });
    expect(book.state.tasks['accept-milestone:milestone-1']).toMatchObject({ assignees: ['engineering-manager'] });
    expect(answer(book, 'accept', 1, contact)).toMatchObject({ code: 'NotYourRole' });
    expect(answer(book, 'accept', 1, as('procurement'))).toMatchObject({ code: 'NotYourRole' });
    expect(answer(book, 'accept', 2)).toMatchObject({ code: 'ContentChanged' });
    expect(answer(book, 'accept')).toMatchObject({ status: 'recorded' });
    expect(told(book, mark)).toEqual(['MilestoneDelivered', 'MilestoneAccepted']);
    expect(answer(book, 'return')).toMatchObject({ code: 'MilestoneNotInState' });
    expect(book.state.tasks['accept-milestone:milestone-1']).toBeUndefined();
    book.until('2026-10-20T08:00:00.000Z');
    expect(told(book, mark)).not.toContain('MilestoneLate');
  });

  test('given a return, then the vendor has the reason and some days of its own, whatever the due day was, and delivers again', () => {
    const book = inProject().until('2026-10-09T12:00:00.000Z');
    const mark = book.mark;
    deliver(book);
    book.until('2026-10-12T12:00:00.000Z');
    answer(book, 'return');
    expect(book.state.tasks['deliver:milestone-1']?.due).toBe('2026-10-19T12:00:00.000Z');
    book.until('2026-10-19T11:00:00.000Z');
    expect(told(book, mark)).toEqual(['MilestoneDelivered', 'MilestoneReturned']);
    book.until('2026-10-19T13:00:00.000Z');
    expect(told(book, mark).slice(2)).toEqual(['MilestoneLate']);
    deliver(book);
    expect(answer(book, 'accept', 1)).toMatchObject({ code: 'ContentChanged' });
    expect(answer(book, 'accept', 2)).toMatchObject({ status: 'recorded' });
    expect(first(book)).toMatchObject({ status: 'accepted', deliveries: 2 });
  });

  test('given deliveries that are returned again and again, then the hours beyond the due day are given once, and it is late when they are over', () => {
    const book = inProject().until('2026-10-09T12:00:00.000Z');
    const mark = book.mark;
    deliver(book);
    book.until('2026-10-12T12:00:00.000Z');
    answer(book, 'return');
    book.until('2026-10-19T11:00:00.000Z');
    deliver(book);
    answer(book, 'return', 2);
    expect(book.state.tasks['deliver:milestone-1']?.due).toBe('2026-10-19T12:00:00.000Z');
    deliver(book);
    book.until('2026-10-20T12:00:00.000Z');
    expect(book.since(mark, 'MilestoneLate')).toEqual([]);
    answer(book, 'return', 3);
    expect(book.since(mark, 'MilestoneLate')).toEqual([
      { type: 'MilestoneLate', milestone: 'milestone-1', due: '2026-10-19T12:00:00.000Z' },
    ]);
  });

  test('given a return whose hours end before the due day, then the hours beyond it are still to give', () => {
    const book = inProject().until('2026-09-21T12:00:00.000Z');
    deliver(book);
    answer(book, 'return');
    expect(book.state.tasks['deliver:milestone-1']?.due).toBe('2026-10-09T22:00:00.000Z');
    book.until('2026-10-09T12:00:00.000Z');
    deliver(book);
    book.until('2026-10-12T12:00:00.000Z');
    answer(book, 'return', 2);
    expect(book.state.tasks['deliver:milestone-1']?.due).toBe('2026-10-19T12:00:00.000Z');
  });

  test('given silence of the client, then nothing is accepted: its task is late, and whoever is above is asked and may answer', () => {
    const book = inProject().until('2026-10-05T08:00:00.000Z');
    deliver(book);
    const executive = as('executive');
    expect(answer(book, 'accept', 1, executive)).toMatchObject({ code: 'NotYourRole' });
    expect(book.state.tasks['accept-milestone:milestone-1']?.due).toBe('2026-10-12T08:00:00.000Z');
    const mark = book.mark;
    book.until('2026-10-30T08:00:00.000Z');
    expect(first(book)?.status).toBe('delivered');
    expect(book.state.tasks['accept-milestone:milestone-1']?.lateSince).toBe('2026-10-12T08:00:00.000Z');
    expect(book.state.tasks['accept-milestone-late:milestone-1']?.assignees).toEqual(['executive']);
    expect(book.since(mark, 'MilestoneLate')).toEqual([]);
    expect(answer(book, 'accept', 1, executive)).toMatchObject({ status: 'recorded' });
  });
});

describe('another due day', () => {
  test('given the vendor asks, then nothing moves until the client agrees; asking twice moves nothing either', () => {
    const book = inProject();
    const mark = book.mark;
    move(book, contact, '2026-10-16');
    move(book, contact, '2026-10-16');
    expect(first(book)?.due).toBe('2026-10-09');
    expect(answerMove(book, contact, '2026-10-16', 'agree')).toMatchObject({ code: 'RequesterMayNotDecide' });
    expect(answerMove(book, manager, '2026-10-15', 'agree')).toMatchObject({ code: 'ContentChanged' });
    expect(book.state.tasks['move-milestone:milestone-1']?.assignees).toEqual(['engineering-manager']);
    answerMove(book, manager, '2026-10-16', 'agree');
    expect(first(book)).toMatchObject({ due: '2026-10-16' });
    expect(first(book)?.move).toBeUndefined();
    expect(told(book, mark)).toEqual(['MilestoneMoveProposed', 'MilestoneMoveProposed', 'MilestoneMoved']);
    expect(answerMove(book, manager, '2026-10-16', 'agree')).toMatchObject({ code: 'MilestoneNotInState' });
  });

  test('given the client grants a later day, then it holds at once; an earlier one takes the vendor', () => {
    const book = inProject();
    const mark = book.mark;
    move(book, manager, '2026-10-12');
    expect(first(book)?.due).toBe('2026-10-12');
    move(book, manager, '2026-10-01');
    expect(first(book)?.due).toBe('2026-10-12');
    expect(move(book, contact, '2026-10-02')).toMatchObject({ code: 'MilestoneNotInState' });
    expect(answerMove(book, manager, '2026-10-01', 'agree')).toMatchObject({ code: 'RequesterMayNotDecide' });
    answerMove(book, contact, '2026-10-01', 'decline');
    expect(first(book)?.due).toBe('2026-10-12');
    expect(told(book, mark)).toEqual(['MilestoneMoved', 'MilestoneMoveProposed', 'MilestoneMoveDeclined']);
    expect(move(book, manager, '2026-10-12')).toMatchObject({ code: 'DuplicateId' });
    expect(move(book, manager, '2026-08-20')).toMatchObject({ code: 'UntilOutOfRange' });
  });

  test('given a late milestone, when its day is moved, then it is late by the new day alone, once more', () => {
    const book = inProject().until('2026-10-12T08:00:00.000Z');
    const mark = book.mark;
    move(book, manager, '2026-10-16');
    expect(first(book)?.lateSince).toBeUndefined();
    book.until('2026-10-20T08:00:00.000Z');
    expect(told(book, mark)).toEqual(['MilestoneMoved', 'MilestoneLate']);
  });

  test('given a pause, then the day moves by it, and nothing is late meanwhile', () => {
    const book = inProject().until('2026-10-05T08:00:00.000Z');
    const mark = book.mark;
    book.act(as('procurement'), { type: 'PauseCase', reason: 'The budget is frozen.' });
    book.until('2026-10-15T08:00:00.000Z');
    book.act(as('executive'), { type: 'ResumeCase', reason: 'It is back.' });
    book.until('2026-10-19T21:00:00.000Z');
    expect(told(book, mark)).toEqual([]);
    book.until('2026-10-19T23:00:00.000Z');
    expect(told(book, mark)).toEqual(['MilestoneLate']);
  });
});

describe('new terms', () => {
  const terms = ({ state }: Book, due: string, without: string[] = []) => ({
    model: 'project',
    project: {
      milestones: Object.values(state.milestones?.list ?? {})
        .filter(({ id }) => !without.includes(id))
        .map(({ id, title: name, acceptance, acceptedBy, due: held }) => ({
          name,
          due: id === 'milestone-1' ? due : held,
          acceptance,
          acceptedBy,
        })),
    },
  });

  test.each([
    ['the vendor', 'a later day', contact, '2026-10-16', '2026-10-16'],
    ['the client', 'a later day', as('procurement'), '2026-10-16', '2026-10-16'],
    ['the client', 'an earlier day', as('procurement'), '2026-10-01', '2026-10-09'],
  ])(
    'given %s supplies %s and the client approves, then what is delivered stays as it is and the day holds that both know',
    (_who, _what, by, named, due) => {
      const book = inProject();
      const mark = book.mark;
      newTerms(book, by, terms(book, named));
      expect(book.since(mark, 'MilestonesAgreed')).toHaveLength(1);
      expect(first(book)).toMatchObject({ due, status: 'planned' });
      book.after(48);
      expect(book.since(mark, 'MilestonesAgreed')).toHaveLength(1);
    },
  );

  test('given the vendor supplies another day, while nobody has approved it, then the day stays', () => {
    const book = inProject();
    book.act(contact, { type: 'SubmitEvidence', control: 'EM-2', form: terms(book, '2026-10-16') });
    book.after(48);
    expect(first(book)?.due).toBe('2026-10-09');
  });

  test('given terms that leave milestones out, then a delivered one stays and is answered, and an owed one is dropped', () => {
    const book = inProject();
    deliver(book);
    newTerms(book, contact, terms(book, '', ['milestone-1', 'milestone-2']));
    expect(Object.keys(book.state.milestones?.list ?? {})).toEqual(['milestone-3', 'milestone-1']);
    expect(answer(book, 'accept')).toMatchObject({ status: 'recorded' });
  });

  describe('where nobody decides on them', () => {
    const undecided = (): Book => {
      const book = inProject().until('2026-10-12T08:00:00.000Z');
      const { plan } = book.state;
      const stages = plan.stages.map((s) => (s.id === 'evaluate' ? { ...s, deciders: [] } : s));
      book.state = { ...book.state, plan: { ...plan, stages } };
      return book;
    };
    const renamed = (book: Book) => {
      const { milestones } = terms(book, '2026-11-02').project;
      const [one, ...others] = milestones;
      return { model: 'project', project: { milestones: [{ ...one, name: 'Something else' }, ...others] } };
    };
    const supply = (book: Book, by: ReturnType<typeof as>, form: ReturnType<typeof renamed>): void => {
      expect(book.act(by, { type: 'SubmitEvidence', control: 'EM-2', form } as HumanCommand)).toMatchObject({
        status: 'recorded',
      });
      book.after(1);
    };

    test('given the vendor names a late milestone otherwise, then it stays owed and late, and the new name is one more', () => {
      const book = undecided();
      const before = first(book);
      const mark = book.mark;
      supply(book, contact, renamed(book));
      expect(book.since(mark, 'MilestonesAgreed')).toHaveLength(1);
      expect(first(book)).toEqual(before);
      expect(before).toMatchObject({ status: 'planned', lateSince: '2026-10-09T22:00:00.000Z' });
      expect(book.state.milestones?.list['milestone-4']).toMatchObject({ title: 'Something else', due: '2026-11-02' });
    });

    test('given the vendor names another day, criterion or person for one, then it stays as it is', () => {
      const book = undecided();
      const before = book.state.milestones?.list;
      const form = terms(book, '2026-11-02');
      const milestones = form.project.milestones.map((m) => ({ ...m, acceptance: 'Any.', acceptedBy: 'procurement' }));
      const mark = book.mark;
      supply(book, contact, { model: 'project', project: { milestones } } as never);
      expect(book.since(mark, 'MilestonesAgreed')).toHaveLength(1);
      expect(book.state.milestones?.list).toEqual(before);
    });
  });

  /** The terms that stand, with one milestone said otherwise. */
  const otherwise = (book: Book, other: JsonObject, id = 'milestone-1') => {
    const { project, ...head } = terms(book, first(book)?.due ?? '');
    const titled = book.state.milestones?.list[id]?.title;
    return {
      ...head,
      project: { milestones: project.milestones.map((m) => (m.name === titled ? { ...m, ...other } : m)) },
    };
  };
  const stays = (book: Book, mark: number) => book.since(mark, 'MilestonesAgreed').map((e) => 'stays' in e && e.stays);

  test('given the client alone renames a milestone with a day that is over, then the old one stays owed and the new one is late by no day before today', () => {
    const book = inProject().until('2026-10-07T08:00:00.000Z');
    const mark = book.mark;
    newTerms(book, as('procurement'), otherwise(book, { name: 'Other words', due: '2026-10-01' }));
    expect(stays(book, mark)).toEqual([[{ milestone: 'milestone-1', because: 'one-sided' }]]);
    expect(Object.values(book.state.milestones?.list ?? {}).map(({ id, due }) => [id, due])).toEqual([
      ['milestone-4', '2026-10-07'],
      ['milestone-2', '2026-11-13'],
      ['milestone-3', '2026-12-11'],
      ['milestone-1', '2026-10-09'],
    ]);
    expect(book.since(mark, 'MilestoneLate')).toEqual([]);
    for (const who of ['engineering-manager', 'procurement', 'vendor-contact'])
      expect(toldTo(book, mark, who)).toContain('MilestonesAgreed');
  });

  test('given the client alone leaves one out or says another criterion, then both stay until the vendor supplies the same', () => {
    const book = inProject();
    const mark = book.mark;
    const { acceptance } = first(book) ?? {};
    const other = otherwise(book, { acceptance: 'Everything is perfect.' });
    const fewer = { ...other, project: { milestones: other.project.milestones.slice(0, 2) } };
    newTerms(book, as('procurement'), fewer);
    expect(stays(book, mark)).toEqual([
      [
        { milestone: 'milestone-1', because: 'one-sided' },
        { milestone: 'milestone-3', because: 'one-sided' },
      ],
    ]);
    expect(first(book)?.acceptance).toBe(acceptance);
    expect(book.act(contact, { type: 'SubmitEvidence', control: 'EM-2', form: fewer }).status).toBe('recorded');
    book.after(48);
    expect(stays(book, mark).slice(1)).toEqual([false]);
    expect(first(book)?.acceptance).toBe('Everything is perfect.');
    expect(Object.keys(book.state.milestones?.list ?? {})).toEqual(['milestone-1', 'milestone-2']);
  });

  test.each([
    ['delivered', contact],
    ['accepted', contact],
    ['delivered', as('procurement')],
  ])(
    'given a milestone that is %s, then later terms change neither its criterion nor its day nor who accepts it',
    (status, by) => {
      const book = inProject();
      deliver(book);
      if (status === 'accepted') answer(book, 'accept');
      const mark = book.mark;
      const before = first(book);
      newTerms(book, by, otherwise(book, { acceptance: 'Other.', due: '2026-10-20', acceptedBy: 'procurement' }));
      expect(stays(book, mark)).toEqual([[{ milestone: 'milestone-1', because: 'delivered' }]]);
      expect(first(book)).toEqual(before);
      expect(before?.status).toBe(status);
    },
  );

  test('given another model is chosen, then no milestone is owed or late any more', () => {
    const book = inProject();
    book.act(as('executive'), { type: 'ChooseModel', model: 'managed-team', reason: 'The scope moves.' });
    const mark = book.mark;
    book.until('2026-10-20T08:00:00.000Z');
    expect(told(book, mark)).toEqual([]);
    expect(deliver(book)).toMatchObject({ code: 'UnknownMilestone' });
  });
});

test('given every task of milestones, then each command line is one that the product takes', async () => {
  const book = inProject().until('2026-10-06T08:00:00.000Z');
  const mark = book.mark;
  move(book, contact, '2026-10-16');
  answerMove(book, manager, '2026-10-16', 'decline');
  deliver(book);
  book.until('2026-10-20T08:00:00.000Z');
  answer(book, 'return');
  const asked = commandsIn(book.rows, mark).filter((line) => line.includes('milestone'));
  expect(asked.length).toBeGreaterThan(5);
  expect(await faultsOf(asked)).toEqual([]);
});
