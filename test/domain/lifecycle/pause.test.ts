import { planDayEnd } from '../../../domain/approvals/stages.js';
import { planDayAt } from '../../../domain/clocks/pauses.js';
import { CLOCKWORKS } from '../../../domain/decider/clockworks.js';
import { nextDeadline } from '../../../domain/decider/handle.js';
import { plusMs, toMs } from '../../../domain/time.js';
import { decide, doAll, waiveTheEnd } from '../../support/domain/acts.js';
import { afterDay30 } from '../../support/domain/afterwards.js';
import { as, Book } from '../../support/domain/book.js';
import { toldTo } from '../../support/domain/letters.js';
import { atWork, CONTRACT, EVALUATION } from '../../support/domain/wayToWork.js';

const DAY = 24;
const pause = (book: Book, by = as('procurement')) => {
  const outcome = book.act(by, { type: 'PauseCase', reason: 'The budget is frozen.' });
  return outcome.status === 'refused' ? outcome.code : outcome.events;
};
const resume = (book: Book, by = as('executive')) => {
  const outcome = book.act(by, { type: 'ResumeCase', reason: 'The budget is back.' });
  return outcome.status === 'refused' ? outcome.code : outcome.events;
};
const held = (book: Book): string[] => [...book.provider].sort();
const BOTH = ['ada/github:meridian/eta-model', 'nina/github:meridian/eta-model'];

describe('a paused case', () => {
  test('given access that is held, when the case is paused, then it is withdrawn for that cause, and comes back when it goes on', () => {
    const book = atWork();
    expect(held(book)).toEqual(BOTH);
    const mark = book.mark;
    expect(pause(book)).toEqual(['CasePaused']);
    expect(held(book)).toEqual([]);
    const causes = book.since(mark, 'AccessEnded').map((e) => e.type === 'AccessEnded' && e.cause);
    expect(causes).toEqual(['case-paused', 'case-paused']);
    book.after(2 * DAY);
    expect(held(book)).toEqual([]);
    resume(book);
    expect(held(book)).toEqual(BOTH);
  });

  test('given who may, when others pause or resume, or whoever paused it resumes it, then it is refused', () => {
    const book = new Book();
    expect([resume(book), pause(book, as('legal')), pause(book), pause(book, as('executive'))]).toEqual([
      'CaseNotInState',
      'NotYourRole',
      ['CasePaused'],
      'CaseNotInState',
    ]);
    expect([resume(book, as('procurement')), resume(book, as('vendor-contact')), resume(book)]).toEqual([
      'RequesterMayNotDecide',
      'NotYourRole',
      ['CaseResumed'],
    ]);
  });

  test('given tasks, meetings and a decision that wait, when a long pause passes, then nothing is late, missed or escalated, and no meeting falls into it', () => {
    const book = atWork().until('2026-09-03T08:00:00.000Z');
    const mark = book.mark;
    pause(book);
    expect(Object.keys(book.state.tasks)).toEqual([]);
    book.after(10 * DAY);
    const told = [
      'TaskOpened',
      'TaskBecameLate',
      'ReminderDue',
      'MeetingDue',
      'MeetingMissed',
      'ApprovalEscalated',
    ] as const;
    expect(book.since(mark, ...told)).toEqual([]);
    resume(book);
    const days = book.since(mark, 'MeetingDue').map((e) => e.type === 'MeetingDue' && e.day);
    expect(days.filter((day) => day !== false && day > '2026-09-03' && day < '2026-09-13')).toEqual([]);
    expect(book.since(mark, 'MeetingMissed')).toEqual([]);
    // What was late before comes back late by as much; nothing else is.
    expect(book.since(mark, 'TaskBecameLate')).toEqual(
      ['item:ON-1', 'item:KT-3'].map((task) => ({ type: 'TaskBecameLate', task, due: '2026-09-11T22:00:00.000Z' })),
    );
    expect(Object.keys(book.state.tasks).length).toBeGreaterThan(0);
  });

  test('given a decision that is asked for, when the pause is over, then it is due later by its length, in working time', () => {
    const book = doAll(new Book(), [...EVALUATION, ...CONTRACT.slice(0, -1)]);
    const due = book.state.approvals['gate:contract']?.due ?? '';
    pause(book);
    book.after(14 * DAY);
    resume(book);
    expect(book.state.approvals['gate:contract']?.due).toBe(plusMs(due, 14 * DAY * 3_600_000));
  });

  test('given a gate that is approved while the case is paused, then it opens only once the case goes on', () => {
    const book = doAll(new Book(), [...EVALUATION, ...CONTRACT.slice(0, -1)]);
    pause(book);
    const act = decide(as('legal'), 'gate:contract');
    book.act(act.by, act.command(book));
    expect([book.state.approvals['gate:contract']?.status, book.state.stagesDone.contract]).toEqual([
      'approved',
      undefined,
    ]);
    resume(book);
    expect(book.state.stagesDone.contract).toBe(book.now);
  });

  test('given days of the plan, when the case was paused, then they move by the days of the pause, and the day of the plan stands', () => {
    const book = new Book().until('2026-09-05T12:00:00.000Z');
    const before = [1, 4, 5, 14].map((day) => planDayEnd(book.state, day));
    pause(book);
    book.after(6 * DAY);
    expect(planDayAt(book.state, book.now)).toBe(5);
    resume(book);
    const after = [1, 4, 5, 14].map((day) => planDayEnd(book.state, day));
    expect(after).toEqual(before.map((due) => plusMs(due, 6 * DAY * 3_600_000)));
    expect(planDayAt(book.state, book.now)).toBe(5);
  });

  test('given a paper that ends, when it ends during a pause, then it lapses as ever and access does not come back on it', () => {
    const book = atWork().until('2026-09-10T08:00:00.000Z');
    pause(book);
    book.until('2026-09-16T08:00:00.000Z');
    expect(book.state.papers['assignment-nina']?.state).toBe('expired');
    resume(book);
    expect(held(book)).toEqual(['ada/github:meridian/eta-model']);
  });

  test('given any moment of a pause, then the agenda announces every fact that time brings', () => {
    const book = atWork();
    pause(book);
    for (let i = 0; i < 20; i++) {
      const next = nextDeadline(book.state, book.now);
      const before = next === undefined ? plusMs(book.now, DAY * 3_600_000) : plusMs(next, -1);
      if (toMs(before) > toMs(book.now)) expect(CLOCKWORKS.flatMap((c) => c.facts(book.state, before))).toEqual([]);
      book.until(next ?? before);
    }
  });

  test('given a paused case, when it is closed, then the pause ends with it', () => {
    const book = atWork();
    pause(book);
    const paused = book.now;
    book.after(3);
    book.act(as('procurement'), { type: 'CloseCase', outcome: 'cancelled', reason: 'The budget is gone.' });
    expect([book.state.pause, book.state.pauses]).toEqual([undefined, [{ from: paused, until: book.now }]]);
    waiveTheEnd(book).after(8 * DAY);
    expect(book.state.status).toBe('closed');
  });

  test('given a pause and its end, then whoever works on the case is told', () => {
    const book = atWork();
    const mark = book.mark;
    pause(book);
    resume(book);
    const told = toldTo(book, mark, 'vendor-contact').filter((about) => about.startsWith('Case'));
    expect(told).toEqual(['CasePaused', 'CaseResumed']);
  });

  test('given a replacement and a round of recertification that run, when the case is paused, then neither is breached or lapses, and both are due later', () => {
    const book = afterDay30(true).after(6 * DAY);
    book.act(as('engineering-manager'), {
      type: 'RequestReplacement',
      person: 'nina',
      forCause: false,
      reason: 'Slow.',
    });
    const [asked] = Object.values(book.state.replacements ?? {});
    const round = book.state.recertification?.deadline ?? '';
    expect([asked?.due, round].every((due) => due !== undefined && due > book.now)).toBe(true);
    const mark = book.mark;
    pause(book);
    book.after(28 * DAY);
    resume(book);
    expect(book.since(mark, 'ReplacementSlaBreached', 'RecertificationLapsed', 'RecertificationOpened')).toEqual([]);
    expect([Object.values(book.state.replacements ?? {})[0]?.due, book.state.recertification?.deadline]).toEqual([
      '2026-10-14T22:00:00.000Z',
      plusMs(round, 28 * DAY * 3_600_000),
    ]);
  });
});
