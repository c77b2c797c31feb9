import { attributedUntil } from '../../../domain/clocks/turn.js';
import { toMs } from '../../../domain/time.js';
import { doAll } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { lettersSince } from '../../support/domain/letters.js';
import { atWork, EVALUATION } from '../../support/domain/wayToWork.js';

describe('clocks', () => {
  test('given a tracked item behind a shut gate, when its day passes, then it waits and is not late; once the gate opens it has its grace', () => {
    const book = doAll(new Book(), EVALUATION);
    book.until('2026-09-10T12:00:00.000Z');
    expect(
      book.since(0, 'TaskBecameLate').filter((e) => e.type === 'TaskBecameLate' && e.task.startsWith('item:ON-3')),
    ).toEqual([]);
    expect(book.state.tasks['item:ON-3']).toBeUndefined();
    const working = atWork();
    expect(working.state.tasks['item:ON-3']?.due).toBe('2026-09-05T22:00:00.000Z');
  });

  test('given an item of day 1, when the day is over, then it is late once on the record, and no more once it is supplied', () => {
    const book = new Book();
    const mark = book.mark;
    book.until('2026-09-12T12:00:00.000Z');
    expect(
      book.since(mark, 'TaskBecameLate').filter((e) => e.type === 'TaskBecameLate' && e.task === 'item:ON-1').length,
    ).toBe(1);
    const late = book.mark;
    book.act(as('engineering-manager'), {
      type: 'SubmitEvidence',
      control: 'ON-1',
      form: {
        documentLink: 'https://wiki.example/brief',
        contains: ['problem-definition', 'success-criteria'],
        handedTo: 'ada',
        handedOn: '2026-09-12',
        acknowledged: true,
      },
    });
    expect(book.state.tasks['item:ON-1']).toBeUndefined();
    book.after(24 * 10);
    const about = book.since(late, 'ReminderDue').filter((e) => e.type === 'ReminderDue' && e.task === 'item:ON-1');
    expect(about).toEqual([]);
  });

  test('given reminders around a due instant, when time passes step by step, then each is sent once; after a gap only the latest', () => {
    const steps = new Book();
    steps.until('2026-09-12T12:00:00.000Z');
    const each = steps.since(0, 'ReminderDue').filter((e) => e.type === 'ReminderDue' && e.task === 'item:KT-3').length;
    const gap = new Book();
    gap.now = '2026-09-12T12:00:00.000Z';
    const mark = gap.mark;
    gap.act(as('procurement'), { type: 'RequestWaiver', control: 'IP-1', reason: 'None.', until: '2026-09-20' });
    const once = gap
      .since(mark, 'ReminderDue')
      .filter((e) => e.type === 'ReminderDue' && e.task === 'item:KT-3').length;
    // Of the four of the policy, the one that would come before the task was opened falls away.
    expect({ each, once }).toEqual({ each: 3, once: 1 });
  });

  test('given a cadence and a gap of a week, when the engine comes back, then every meeting is missed on the record and nobody gets a burst of letters', () => {
    const book = atWork();
    book.now = '2026-09-11T20:00:00.000Z';
    const mark = book.mark;
    book.act(as('procurement'), { type: 'RaiseRedFlag', flag: 'RF-2', reason: 'Heard of a side letter.' });
    const missed = book
      .since(mark, 'MeetingMissed')
      .map((e) => (e.type === 'MeetingMissed' ? `${e.meeting} ${e.day}` : ''));
    const days = ['02', '03', '04', '07', '08', '09', '10', '11'].map((d) => `CA-1 2026-09-${d}`);
    expect([...missed].sort()).toEqual([...days, 'CA-2 2026-09-04', 'CA-2 2026-09-11']);
    expect(lettersSince(book, mark).filter(({ to }) => to === 'vendor-contact').length).toBeLessThanOrEqual(2);
  });

  test('given any stretch of a case, then the time attributed to each party adds up to the time since it was opened', () => {
    const book = atWork().until('2026-09-19T03:04:05.678Z');
    const { totals } = attributedUntil(book.state.attribution, book.now);
    const sum = Object.values(totals).reduce((a, b) => a + b, 0);
    expect(sum).toBe(toMs(book.now) - toMs(book.state.openedAt));
    expect(totals.vendor + totals.both).toBeGreaterThan(0);
  });
});

describe('red flags and waivers', () => {
  test('given a locked control, when a waiver is asked for, then it is refused; a waivable one is granted by another person and ends on its day', () => {
    const book = atWork();
    const ask = (control: string, by: ReturnType<typeof as>, until = '2026-09-12') => {
      const outcome = book.act(by, { type: 'RequestWaiver', control, reason: 'A new NDA is on its way.', until });
      return outcome.status === 'refused' ? outcome.code : outcome.events;
    };
    expect([
      ask('IP-2', as('procurement')),
      ask('IP-1', as('procurement')),
      ask('IP-3', as('procurement'), '2027-01-01'),
      ask('IP-3', as('legal')),
    ]).toEqual(['ControlLocked', 'ControlNotWaivable', 'UntilOutOfRange', ['ApprovalRequested']]);
    const id = 'waiver:IP-3:1';
    const contentHash = book.state.approvals[id]?.contentHash ?? '';
    expect(
      book.act(as('legal'), { type: 'Decide', approval: id, contentHash, decision: 'approve', reason: 'Mine.' }),
    ).toMatchObject({ status: 'refused', code: 'RequesterMayNotDecide' });
    expect(book.state.waivers['IP-3']).toBeUndefined();
  });
});
