import type { PlannedControl } from '../../domain/case/plan.js';
import type { ClientRole } from '../../domain/case/roles.js';
import { decide } from '../support/domain/acts.js';
import { as, Book } from '../support/domain/book.js';
import { EVALUATION } from '../support/domain/wayToWork.js';

const DECIDES: Record<string, ClientRole> = {
  'RF-1': 'security',
  'RF-2': 'legal',
  'RF-3': 'security',
  'RF-4': 'procurement',
  'RF-5': 'procurement',
  'RF-6': 'engineering-manager',
  'RF-7': 'engineering-manager',
};
const FLAGS = Object.entries(DECIDES);

/** Whoever asks is somebody else than whoever decides (AU-2). */
const askerFor = (role: ClientRole) => as(role === 'procurement' ? 'legal' : 'procurement');

const planned = (id: string, clearedBy: ClientRole): PlannedControl => ({
  id,
  applies: true,
  binding: { kind: 'deal-breaker', clearedBy },
  stage: 'evaluate',
  behind: [],
  owner: clearedBy,
  waivableBy: id === 'RF-2' ? [] : [clearedBy],
  waiverMaxDays: 30,
  numbers: id === 'RF-4' ? { tolerancePercent: 5 } : {},
});

/** A case whose policy has all seven red flags in force. */
function fresh(): Book {
  const book = new Book();
  const flags = Object.fromEntries(FLAGS.map(([id, role]) => [id, planned(id, role)]));
  book.state = { ...book.state, plan: { ...book.state.plan, controls: { ...book.state.plan.controls, ...flags } } };
  return book;
}

const codeOf = (outcome: ReturnType<Book['act']>): string =>
  outcome.status === 'refused' ? outcome.code : outcome.events.join(' ');

function raised(flag: string, role: ClientRole): Book {
  const book = fresh();
  expect(codeOf(book.act(askerFor(role), { type: 'RaiseRedFlag', flag, reason: 'Seen on site.' }))).toBe(
    'RedFlagRaised',
  );
  return book;
}

const said = (book: Book, role: ClientRole, approval: string): string => {
  const act = decide(as(role), approval);
  return codeOf(book.act(act.by, act.command(book)));
};

/** Whether anything of the case's procedure can go on. */
const stops = (book: Book): boolean => {
  const copy = book.copy();
  copy.mail = false;
  for (const act of EVALUATION) copy.act(act.by, act.command(copy));
  return copy.state.stagesDone.evaluate === undefined;
};

describe.each(FLAGS)('%s', (flag, role) => {
  test('given it is raised, then the case stops, and the role that clears it has the task', () => {
    const book = raised(flag, role);
    expect([stops(fresh()), stops(book), book.state.tasks[`flag:${flag}`]?.role]).toEqual([false, true, role]);
  });

  test('given a remedy with owner and date, when it is agreed, then the case goes on until that day and stops again', () => {
    const book = raised(flag, role);
    const remedy = { term: 'Amend it.', owner: 'vendor-contact', until: '2026-09-10', reason: 'Promised.' };
    expect(codeOf(book.act(askerFor(role), { type: 'ProposeRemedy', flag, ...remedy }))).toBe('ApprovalRequested');
    const asker = askerFor(role).role === 'legal' ? 'legal' : 'procurement';
    expect(said(book, asker, `remedy:${flag}:1`)).toBe('NotYourRole');
    expect(said(book, role, `remedy:${flag}:1`)).toBe('ApprovalGiven ApprovalCompleted RemedyAgreed');
    expect([book.state.flags[flag]?.status, stops(book)]).toEqual(['remedy', false]);
    book.until('2026-09-12T00:00:00.000Z');
    expect([book.state.flags[flag]?.status, stops(book)]).toEqual(['open', true]);
  });

  test('given a waiver is asked for, then the named role grants it until a day; a locked flag has none', () => {
    const book = raised(flag, role);
    const asked = book.act(askerFor(role), {
      type: 'RequestWaiver',
      control: flag,
      reason: 'It is known and small.',
      until: '2026-09-10',
    });
    if (flag === 'RF-2') return expect([codeOf(asked), stops(book)]).toEqual(['ControlLocked', true]);
    expect(codeOf(asked)).toBe('ApprovalRequested');
    expect(said(book, role, `waiver:${flag}:1`)).toBe('ApprovalGiven ApprovalCompleted ControlWaived');
    expect(stops(book)).toBe(false);
    book.until('2026-09-12T00:00:00.000Z');
    expect([book.state.flags[flag]?.status, stops(book)]).toEqual(['open', true]);
  });

  test('given its clearance is asked for, when the named role agrees, then it is cleared', () => {
    const book = raised(flag, role);
    book.act(askerFor(role), { type: 'RequestClearance', flag, reason: 'Looked into.' });
    expect(said(book, role, `clearance:${flag}:1`)).toBe('ApprovalGiven ApprovalCompleted RedFlagCleared');
    expect([book.state.flags[flag]?.status, stops(book)]).toEqual(['cleared', false]);
  });
});

describe('an invoice', () => {
  const bill = (book: Book, billedUsd: number, month = '2026-09', by = as('procurement')) =>
    codeOf(book.act(by, { type: 'RecordInvoice', month, billedUsd, engineers: 2 }));

  test('given a month billed above the rate agreed, then RF-4 is raised, and not cleared before the bill is put right', () => {
    const book = fresh();
    const rate = book.state.intake.monthlyRateUsd ?? 0;
    expect(rate).toBeGreaterThan(0);
    expect([bill(book, rate * 2), book.state.flags['RF-4']]).toEqual(['InvoiceRecorded', undefined]);
    bill(book, rate * 3);
    expect(book.state.flags['RF-4']?.status).toBe('open');
    const clear = () => codeOf(book.act(as('legal'), { type: 'RequestClearance', flag: 'RF-4', reason: 'Credited.' }));
    expect(clear()).toBe('StillRefused');
    bill(book, rate * 2);
    expect([clear(), said(book, 'procurement', 'clearance:RF-4:1')]).toEqual([
      'ApprovalRequested',
      'ApprovalGiven ApprovalCompleted RedFlagCleared',
    ]);
  });

  test('given a month outside the engagement, or another role, then it is refused', () => {
    const book = fresh();
    expect([
      bill(book, 1, '2026-08'),
      bill(book, 1, '2026-10'),
      bill(book, 1, '2026-09', as('legal')),
      bill(book, 1, '2026-09', as('vendor-contact')),
    ]).toEqual(['Malformed', 'Malformed', 'NotYourRole', 'NotYourRole']);
  });
});
