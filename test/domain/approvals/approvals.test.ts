import { lentMs, withLent } from '../../../domain/approvals/lent.js';
import { decide, doAll, paper } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { AGREEMENT, ATTESTATION, CONTRACT, EVALUATION, formOf } from '../../support/domain/wayToWork.js';

const GATE = 'gate:contract';
/** A case whose contract gate waits for legal. */
const asked = (): Book => doAll(new Book(), [...EVALUATION, ...CONTRACT.slice(0, -1)]);
const said = (
  book: Book,
  by: ReturnType<typeof as>,
  approval: string,
  decision: 'approve' | 'reject' | 'return' = 'approve',
) => {
  const act = decide(by, approval, decision);
  const outcome = book.act(act.by, act.command(book));
  return outcome.status === 'refused' ? outcome.code : outcome.events;
};
const types = (book: Book, mark: number): string[] =>
  book
    .since(mark)
    .map((e) => e.type)
    .filter((t) => /^(Approval|Stage|Questions|Decision)/.test(t));

const supply = (book: Book, control: string, form: ReturnType<typeof formOf>): unknown =>
  book.act(as('vendor-contact'), { type: 'SubmitEvidence', control, form });

describe('an approval', () => {
  test('given a gate that waits, when the decider approves what stands there, then it opens; approving again finds nothing to decide', () => {
    const book = asked();
    const mark = book.mark;
    expect(said(book, as('legal'), GATE)).toEqual(['ApprovalGiven', 'ApprovalCompleted']);
    expect(said(book, as('legal'), GATE)).toBe('AlreadyDecided');
    expect(types(book, mark)).toEqual(['ApprovalGiven', 'ApprovalCompleted', 'StageCompleted', 'DecisionRefused']);
  });

  test('given a gate, when somebody decides who may not, then each is refused with its code, on the record', () => {
    const book = asked();
    const mark = book.mark;
    expect([
      said(book, as('procurement'), GATE),
      said(book, as('legal', 'somebody'), GATE),
      said(book, as('vendor-contact'), GATE),
    ]).toEqual(['NotYourRole', 'NotYourRole', 'NotYourRole']);
    expect(
      book.act(as('legal'), {
        type: 'Decide',
        approval: GATE,
        contentHash: '0'.repeat(64),
        decision: 'approve',
        reason: 'Stale.',
      }),
    ).toMatchObject({ status: 'refused', code: 'ContentChanged' });
    expect(types(book, mark)).toEqual(['DecisionRefused', 'DecisionRefused', 'DecisionRefused', 'DecisionRefused']);
  });

  test('given an approved gate, when its evidence turns adverse, then it is void, the stage reopens, and what is put right is asked anew', () => {
    const book = doAll(new Book(), [...EVALUATION, ...CONTRACT]);
    const mark = book.mark;
    supply(book, 'IP-3', { ...formOf('IP-3'), mutual: false });
    expect(types(book, mark)).toEqual(['ApprovalVoided', 'StageReopened']);
    supply(book, 'IP-3', formOf('IP-3'));
    expect(types(book, mark)).toEqual(['ApprovalVoided', 'StageReopened', 'ApprovalRequested']);
  });

  test('given a returned gate, when its questions are answered, then it waits for a decision again; the asker cannot answer', () => {
    const book = asked();
    expect(said(book, as('legal'), GATE, 'return')).toEqual(['ApprovalReturned']);
    expect(Object.keys(book.state.tasks).filter((t) => t.includes(GATE))).toEqual([`answer:${GATE}`]);
    expect(
      book.act(as('vendor-contact'), { type: 'AnswerQuestions', approval: GATE, answer: 'Clause 7.' }).status,
    ).toBe('recorded');
    expect(book.state.approvals[GATE]?.status).toBe('asked');
  });

  test('given a rejected gate, when nothing changes, then it stays rejected; when the evidence changes, then it is asked anew', () => {
    const book = asked();
    said(book, as('legal'), GATE, 'reject');
    expect(book.after(48).state.approvals[GATE]?.status).toBe('rejected');
    doAll(book, paper('msa-2', 'master-agreement', ['vendor', 'client'], { supersedes: 'msa' }));
    book.act(as('vendor-contact'), {
      type: 'SubmitEvidence',
      control: 'IP-1',
      form: { ...formOf('IP-1'), paper: 'msa-2' },
    });
    expect(book.state.approvals[GATE]?.status).toBe('asked');
  });

  test('given nobody who answers, when the hours are over, then it is escalated once, and the one called in may decide', () => {
    const book = asked();
    const mark = book.mark;
    book.after(24 * 10);
    expect(book.since(mark, 'ApprovalEscalated')).toEqual([
      { type: 'ApprovalEscalated', approval: GATE, to: 'executive' },
    ]);
    expect(said(book, as('executive'), GATE)).toEqual(['ApprovalGiven', 'ApprovalCompleted']);
  });

  test('given a vote to lend, when it would go to a requester, in a circle or beyond its time, then it is refused; else the delegate decides', () => {
    const book = doAll(new Book(), [...EVALUATION, ...CONTRACT, ...ATTESTATION]);
    doAll(book, AGREEMENT.slice(0, -1));
    const lend = (from: Parameters<typeof as>[0], to: string, until = '2026-09-10') => {
      const outcome = book.act(as(from), { type: 'Delegate', role: from, to, until, reason: 'Away.' });
      return outcome.status === 'refused' ? outcome.code : 'lent';
    };
    expect([
      lend('legal', 'executive'),
      lend('security', 'privacy', '2026-08-01'),
      lend('security', 'privacy', '2027-08-01'),
      lend('security', 'vendor-contact'),
    ]).toEqual(['lent', 'UntilOutOfRange', 'UntilOutOfRange', 'NotYourRole']);
    const back = { type: 'Delegate', role: 'legal', to: 'legal', until: '2026-09-10', reason: 'Away.' } as const;
    expect(book.act(as('legal'), back)).toMatchObject({ code: 'DelegationCircle' });
  });

  test('given a vote that is lent again and again, then its days are one sum over the year, and what was given back early does not count', () => {
    const book = new Book();
    const lend = (to: string, until: string) => {
      const outcome = book.act(as('security'), { type: 'Delegate', role: 'security', to, until, reason: 'Away.' });
      return outcome.status === 'refused' ? [outcome.code, outcome.said] : 'lent';
    };
    expect([lend('privacy', '2026-09-20'), lend('legal', '2026-09-15')]).toEqual(['lent', 'lent']);
    book.until('2026-09-10T08:00:00.000Z');
    for (const person of ['privacy', 'legal'])
      book.act(as('security'), { type: 'EndDelegation', role: 'security', person, reason: 'Back.' });
    book.until('2026-10-01T08:00:00.000Z');
    expect(lend('privacy', '2026-10-25')).toEqual([
      'UntilOutOfRange',
      { code: 'approvals.lent-before', limit: 30, days: 9 },
    ]);
    expect(lend('privacy', '2026-10-21')).toBe('lent');
    expect(lend('legal', '2026-10-22')).toBe('lent');
  });

  test('given a year, then what was lent before it counts no more', () => {
    const { state } = new Book();
    const at = (month: string) => `${month}-10T00:00:00.000Z`;
    const lent = withLent(state, 'legal', 'legal', { from: at('2026-01'), until: at('2026-02') });
    const days = (from: string, until: string) => lentMs(lent, 'legal', 'legal', { from, until }) / 86_400_000;
    expect([
      days(at('2026-03'), at('2026-04')),
      days(at('2027-01'), '2027-01-31T00:00:00.000Z'),
      days(at('2027-03'), at('2027-04')),
    ]).toEqual([62, 31, 31]);
    const more = withLent(lent, 'legal', 'legal', { from: at('2027-03'), until: at('2027-04') });
    expect(more.lent?.['legal:legal']).toEqual([{ from: at('2027-03'), until: at('2027-04') }]);
  });

  test('given refusals without end, when there are more than the policy counts in an hour, then they are answered and no longer recorded', () => {
    const book = asked();
    const codes = Array.from({ length: 25 }, () => said(book, as('procurement'), GATE));
    expect([
      codes.filter((c) => c === 'NotYourRole').length,
      codes.filter((c) => c === 'TooManyRefusals').length,
    ]).toEqual([20, 5]);
    expect(book.since(0, 'DecisionRefused').length).toBe(20);
    book.after(1.1);
    expect(said(book, as('procurement'), GATE)).toBe('NotYourRole');
  });
});
