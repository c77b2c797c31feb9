import type { HumanCommand } from '../../../domain/case/commands.js';
import { nextDeadline } from '../../../domain/decider/handle.js';
import { as, Book } from '../../support/domain/book.js';
import { KNOWN, LINK, report, step, tasks, told } from '../../support/domain/incident.js';

/** A case with personal data that was closed before anybody worked. */
function ended(file = 'managed-team.yaml'): Book {
  const book = new Book(file, KNOWN);
  book.act(as('procurement'), { type: 'CloseCase', outcome: 'cancelled', reason: 'Over.' });
  book.until('2026-10-25T20:00:00.000Z');
  expect(book.state.status).toBe('closed');
  return book;
}

const refusal = (book: Book, command: HumanCommand, by = as('vendor-contact')) => {
  const outcome = book.act(by, command);
  return outcome.status === 'refused' ? outcome.code : outcome.status;
};
const BREACH = {
  type: 'ReportIncident',
  incident: 'inc-1',
  drill: false,
  what: 'disclosure',
  personalData: true,
} as const;

describe('a case that has ended', () => {
  test('given a breach that the vendor finds a month later, then it is reported, its clocks run, its people have tasks and letters, and it is dealt with', () => {
    const book = ended();
    book.until('2026-11-25T10:00:00.000Z');
    const mark = book.mark;
    report(book);
    expect(tasks(book)).toEqual([
      'incident:inc-1:contain vendor-contact',
      'incident:inc-1:assess-risk privacy',
      'incident:inc-1:notify-authority privacy',
    ]);
    book.until('2026-11-28T10:00:00.000Z');
    expect(told(book)).toContain('2026-11-28T10:00:00.000Z authority-notice late');
    const to = book.since(mark, 'LetterAccepted').length;
    expect(to).toBeGreaterThan(3);
    step(book, as('vendor-contact'), { step: 'contain', link: LINK });
    step(book, as('privacy'), { step: 'assess-risk', link: LINK });
    step(book, as('privacy'), { step: 'notify-authority', grounds: 'Art. 33(1): no risk.' });
    step(book, as('privacy'), { step: 'notify-subjects', grounds: 'Art. 34(1): no high risk.' });
    step(book, as('privacy'), { step: 'document', link: LINK });
    book.act(as('security'), { type: 'CloseIncident', incident: 'inc-1' });
    expect([book.state.status, tasks(book), book.state.attribution.turn]).toEqual(['closed', [], 'nobody']);
  });

  test('given the end, then the case waits for reports for as long as the policy says, and takes nothing else', () => {
    const book = ended();
    expect(nextDeadline(book.state, book.now)).toBe('2028-10-24T22:00:00.000Z');
    expect([
      refusal(book, { ...BREACH, drill: true }, as('security')),
      refusal(book, { type: 'PauseCase', reason: 'x' }, as('procurement')),
      refusal(book, BREACH),
    ]).toEqual(['CaseClosed', 'CaseClosed', 'recorded']);
    const late = ended();
    late.now = '2028-10-24T22:00:00.000Z';
    expect(refusal(late, BREACH)).toBe('CaseClosed');
    expect(nextDeadline(late.state, late.now)).toBeUndefined();
  });

  test('given a contract that says how long the vendor reports breaches, then that counts', () => {
    const book = ended();
    const form = { reportsAfterEndMonths: 1 };
    book.state = { ...book.state, evidence: { 'DP-3': { form, by: 'legal', at: KNOWN, seq: 1 } } };
    expect(nextDeadline(book.state, book.now)).toBe('2026-11-24T23:00:00.000Z');
  });

  test('given a case without personal data, then its end is the end', () => {
    const book = ended('small-team.yaml');
    expect([nextDeadline(book.state, book.now), refusal(book, BREACH)]).toEqual([undefined, 'CaseClosed']);
  });
});
