import { holdersOf } from '../../domain/approvals/stages.js';
import type { PlannedControl } from '../../domain/case/plan.js';
import { contentHash } from '../../domain/hash.js';
import { planned } from '../support/controls/scene.js';
import { decide, doAll, paper } from '../support/domain/acts.js';
import { as, Book } from '../support/domain/book.js';
import { lettersSince } from '../support/domain/letters.js';
import { atWork } from '../support/domain/wayToWork.js';

const OF1: PlannedControl = {
  ...planned('OF-1'),
  binding: { kind: 'gate', holds: ['closed'] },
  stage: 'knowledge-transfer',
  behind: ['evaluate'],
  owner: 'procurement',
  waivableBy: ['executive'],
  waiverMaxDays: 30,
};

/** A team at work under a plan that holds the end by OF-1; of knowledge-transfer only what a test names is asked for. */
function working(...knowledge: string[]): Book {
  const book = atWork();
  const { plan } = book.state;
  const controls = Object.entries(plan.controls).filter(([id]) => !id.startsWith('KT-') || knowledge.includes(id));
  book.state = { ...book.state, plan: { ...plan, controls: { ...Object.fromEntries(controls), 'OF-1': OF1 } } };
  return book;
}
const close = (book: Book) => book.act(as('procurement'), { type: 'CloseCase', reason: 'The work is over.' });
const form = {
  data: 'never-held',
  weights: 'never-held',
  prompts: 'deleted',
  code: 'deleted',
  credentials: 'returned',
  paper: 'deletion',
  packHash: contentHash('pack'),
};
const certify = (book: Book) => doAll(book, paper('deletion', 'deletion-certificate', ['vendor']));
const supply = (book: Book) => book.act(as('vendor-contact'), { type: 'SubmitEvidence', control: 'OF-1', form });
const closedAt = (book: Book) => book.rows.find((r) => r.event.type === 'CaseClosed')?.at;
const tasks = (book: Book) => Object.keys(book.state.tasks);

describe('offboarding', () => {
  test('given a case that runs, then nobody is asked for the end, and it holds no stage', () => {
    const book = working().until('2026-09-03T12:00:00.000Z');
    expect(Object.values(book.state.tasks).filter((t) => /OF-1/.test(JSON.stringify(t.what)))).toEqual([]);
    expect(holdersOf(book.state, 'knowledge-transfer')).toEqual([]);
  });

  test('given a closing case, when a week has passed with the certificate missing, then it is not closed; with the certificate it is', () => {
    const book = working();
    close(book);
    expect(tasks(book)).toEqual(['supply:knowledge-transfer:procurement']);
    book.after(24 * 9);
    expect([book.state.status, supply(book).status]).toEqual(['closing', 'refused']);
    certify(book);
    supply(book);
    expect([book.state.status, tasks(book)]).toEqual(['closed', []]);
  });

  test('given all supplied at once, then the case is closed only when the last absence is proven', () => {
    const book = working();
    close(book);
    const from = book.now;
    certify(book);
    supply(book);
    expect(book.state.controlStatus['OF-1']?.status).toBe('met');
    book.after(24 * 8);
    expect(Date.parse(closedAt(book) ?? from) - Date.parse(from)).toBe(168 * 3_600_000);
  });

  test('given knowledge-transfer that is not complete, then the closing case takes it, and nothing else', () => {
    const book = working('KT-3');
    close(book);
    expect(tasks(book).sort()).toEqual(['item:KT-3', 'supply:knowledge-transfer:procurement'].sort());
    const refused = (outcome: ReturnType<typeof close>) => (outcome.status === 'refused' ? outcome.code : 'taken');
    expect([
      refused(
        book.act(as('procurement'), { type: 'RequestWaiver', control: 'IP-3', reason: 'r', until: '2026-09-20' }),
      ),
      refused(book.act(as('vendor-contact'), { type: 'SubmitEvidence', control: 'IP-3', form: {} })),
      refused(book.act(as('engineering-manager'), { type: 'AcceptPerson', person: 'ada', reason: 'r' })),
      refused(book.act(as('vendor-contact'), { type: 'SubmitEvidence', control: 'KT-3', form: {} })),
    ]).toEqual(['CaseClosed', 'CaseClosed', 'CaseClosed', 'EvidenceMalformed']);
  });

  test('given no certificate to be had, when the executive waives OF-1, then the case is closed after the proofs', () => {
    const book = working();
    close(book);
    book.act(as('procurement'), { type: 'RequestWaiver', control: 'OF-1', reason: 'Insolvent.', until: '2026-09-25' });
    expect(tasks(book)).toContain('decide:waiver:OF-1:1');
    doAll(book, [decide(as('executive'), 'waiver:OF-1:1')]);
    expect(book.state.status).toBe('closing');
    book.after(24 * 8);
    expect(book.state.status).toBe('closed');
  });

  test('given a plan without OF-1, then a closing case takes no papers and is closed by the proofs alone', () => {
    const book = atWork();
    const { 'OF-1': _gone, ...controls } = book.state.plan.controls;
    book.state = { ...book.state, plan: { ...book.state.plan, controls } };
    close(book);
    const [register] = paper('deletion', 'deletion-certificate', ['vendor']);
    expect(register && book.act(register.by, register.command(book))).toMatchObject({ code: 'CaseClosed' });
    expect(tasks(book)).toEqual([]);
    book.after(24 * 8);
    expect(book.state.status).toBe('closed');
  });

  test('given a case without any access, when the client walks away, then it ends only once the vendor is told', () => {
    const book = new Book();
    const mark = book.mark;
    book.act(as('procurement'), { type: 'CloseCase', outcome: 'walked-away', reason: 'Too much is open.' });
    const about = ['CaseClosing'];
    expect(lettersSince(book, mark)).toEqual(
      ['procurement', 'vendor-contact', 'security'].map((to) => ({ to, about })),
    );
    expect(book.since(mark, 'LetterQueued', 'LetterAccepted', 'CaseClosed').map((e) => e.type)).toEqual([
      ...Array(3).fill('LetterQueued'),
      ...Array(3).fill('LetterAccepted'),
      'CaseClosed',
    ]);
    expect(book.state.status).toBe('closed');
  });
});
