import { reportOf } from '../../presentation/report/model.js';
import { reportPage } from '../../presentation/report/page.js';
import { caseViewOf } from '../../presentation/views/caseView.js';
import { seenByVendor } from '../../presentation/views/vendorView.js';
import { augmented, inProject } from '../support/domain/agreements.js';
import { as, type Book } from '../support/domain/book.js';
import { atWork } from '../support/domain/wayToWork.js';

const manager = as('engineering-manager');
const contact = as('vendor-contact');
const verify = { ok: true, rows: 1, stateMatches: true } as const;

const reported = ({ state, rows, now }: Book) =>
  reportOf({
    state,
    rows: rows.map((row) => ({ ...row, hash: '', prevHash: '' })) as never,
    names: {},
    verify: verify as never,
    now,
  });
const words = (book: Book): string => JSON.stringify(reportPage(reported(book)));
const seen = ({ state, now }: Book) => {
  const view = caseViewOf(state, { seq: 1, hash: '' }, contact, now);
  return seenByVendor(state, view);
};

test('given a disputed reading, then case, report and page show it as disputed, and once corrected its value and the old one', () => {
  const book = atWork().after(24);
  book.act(manager, { type: 'RecordReading', kpi: 'Velocity', value: 20, source: 'board' });
  book.act(contact, { type: 'RaiseDispute', about: 'reading', of: 'Velocity', reason: 'Two are missing.' });
  expect(seen(book).readings).toMatchObject([{ value: 20, missed: true, disputed: 'dispute-1' }]);
  expect(reported(book).kpis.find(({ kpi }) => kpi === 'Velocity')).toMatchObject({
    misses: 1,
    readings: [{ value: 20, missed: true, disputed: 'dispute-1' }],
  });
  expect(words(book)).toContain('disputed (dispute-1)');
  book.act(as('procurement'), {
    type: 'AnswerDispute',
    dispute: 'dispute-1',
    answer: 'correct',
    value: 27,
    reason: 'Right.',
  });
  const { misses, readings } = reported(book).kpis.find(({ kpi }) => kpi === 'Velocity') ?? {
    misses: -1,
    readings: [],
  };
  expect(misses).toBe(0);
  expect(readings).toMatchObject([{ value: 27, missed: false, recordedValue: 20 }]);
  expect(readings[0]?.disputed).toBeUndefined();
  expect(words(book)).toContain('corrected from 20');
  expect(seen(book).disputes).toMatchObject([{ id: 'dispute-1', answered: { answer: 'correct', reason: 'Right.' } }]);
});

test('given a disputed miss, then the case shows it at the meeting', () => {
  const book = atWork().after(24 * 4);
  book.act(contact, { type: 'RaiseDispute', about: 'meeting', of: 'CA-1', reason: 'It was held.' });
  expect(seen(book).meetings.find(({ disputed }) => disputed === 'dispute-1')).toMatchObject({
    id: 'CA-1',
    status: 'missed',
  });
  expect(words(book)).toContain('(disputed)');
});

test('given a late milestone that was returned, then vendor and report see by when it is due and why it came back', () => {
  const book = inProject().until('2026-10-12T08:00:00.000Z');
  book.act(contact, { type: 'DeliverMilestone', milestone: 'milestone-1', evidence: 'https://git.example/1' });
  book.act(manager, {
    type: 'AnswerMilestone',
    milestone: 'milestone-1',
    delivery: 1,
    answer: 'return',
    reason: 'Week 24.',
  });
  const [first] = seen(book).milestones;
  expect(first).toMatchObject({
    id: 'milestone-1',
    status: 'returned',
    deliverBy: '2026-10-19T08:00:00.000Z',
    lateSince: '2026-10-09T22:00:00.000Z',
    returned: { reason: 'Week 24.' },
  });
  expect(first?.answerBy).toBeUndefined();
  expect(reported(book).milestones).toEqual(seen(book).milestones);
  expect(words(book)).toContain('Milestone First forecasts is late: it was due 9 Oct 2026.');
  expect(words(book)).toContain('Week 24.');
});

test('given first days, then both sides see what was announced and what was confirmed', () => {
  const book = augmented();
  expect(seen(book).firstDays.map(({ status }) => status)).toEqual(['expected', 'expected']);
  book.act(contact, { type: 'AnnounceFirstDay', person: 'rui', day: '2026-09-02' });
  book.until('2026-09-02T15:00:00.000Z');
  expect(seen(book).firstDays[0]?.status).toBe('announced');
  book.act(manager, { type: 'AnswerFirstDay', person: 'rui', day: '2026-09-02', answer: 'confirm', reason: 'Seen.' });
  expect(reported(book).firstDays[0]).toMatchObject({ person: 'rui', status: 'confirmed', due: '2026-09-04' });
  expect(words(book)).toContain('confirmed for 2 Sep 2026');
});

test('given none of them, then the report has no section of them', () => {
  const ids = reportPage(reported(atWork())).sections.map(({ id }) => id);
  expect(ids).toEqual(expect.not.arrayContaining(['milestones', 'first-days', 'disputes']));
});
