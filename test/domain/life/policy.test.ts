import { planDifference } from '../../../domain/life/planDifference.js';
import { policyHash } from '../../../policy/loadPolicy.js';
import { planUnder } from '../../../policy/planUnder.js';
import { controlBlock, DEFAULT_TEXT, edited } from '../../policy/policyText.js';
import { decide, doAll } from '../support/acts.js';
import { as, Book } from '../support/book.js';
import { atWork, WAY_TO_WORK } from '../support/wayToWork.js';

/** The default policy without a control that has to be met by each person. */
const LENIENT = edited(controlBlock('PP-2'), '').replace(/^name: .+$/m, 'name: lenient');
const DIFFERENCE = [
  {
    where: 'PP-2 (Identity of the person verified: method, checker, date)',
    before: expect.stringMatching(/^in force; how it binds: holds that person; /),
    after: 'not in the policy',
  },
];

function planOf(book: Book, text: string) {
  const made = planUnder(text, book.state);
  if (!made.ok) throw new Error(JSON.stringify(made.faults));
  return made.plan;
}

function propose(book: Book, text: string, by = as('procurement'), from = book.state.plan.hash) {
  const plan = planOf(book, text);
  book.policies.set(policyHash(text), text);
  const difference = planDifference(book.state.plan, plan);
  const reason = 'The house has another policy now.';
  return book.act(by, { type: 'ProposePolicy', policy: plan.policy, from, plan: plan.hash, difference, reason });
}

/** Id of the proposal that was made last. */
const asked = (book: Book): string =>
  Object.keys(book.state.approvals).findLast((id) => id.startsWith('policy:')) ?? '';

const answer = (book: Book, by = as('executive'), decision: 'approve' | 'reject' = 'approve') => {
  const act = decide(by, asked(book), decision);
  const outcome = book.act(by, act.command(book));
  return outcome.status === 'refused' ? outcome.code : outcome.events;
};

const types = (book: Book, mark: number): string[] =>
  book
    .since(mark)
    .flatMap((e) => (/^(Policy|Plan|Model|Scope|Approval|Stage|Access(Granted|Ended))/.test(e.type) ? [e.type] : []));

describe('another policy for a running case', () => {
  test('given a proposal with its difference, when the executive approves it, then the approved plan comes into force and no other', () => {
    const book = atWork();
    const mark = book.mark;
    expect(propose(book, LENIENT)).toMatchObject({ status: 'recorded', events: ['ApprovalRequested'] });
    const plan = planOf(book, LENIENT);
    expect(book.state.approvals[asked(book)]).toMatchObject({
      kind: 'policy',
      subject: 'lenient 2026-11-01',
      contentHash: plan.hash,
      requesters: ['procurement'],
      proposal: { policy: plan.policy, from: book.state.plan.hash, difference: DIFFERENCE },
    });
    expect(book.state.tasks[`decide:${asked(book)}`]).toMatchObject({
      title: 'Decide on going over to the policy lenient 2026-11-01',
      assignees: ['executive'],
    });
    expect(answer(book)).toEqual(['ApprovalGiven', 'ApprovalCompleted', 'PolicyApproved']);
    expect([book.state.plan, book.state.replan]).toEqual([plan, undefined]);
    expect(types(book, mark)).toEqual([
      'ApprovalRequested',
      'ApprovalGiven',
      'ApprovalCompleted',
      'PolicyApproved',
      'PlanRecompiled',
      // What it rests on is one thing less.
      'AccessGranted',
      'AccessGranted',
    ]);
  });

  test('given a policy in force by approval, when the scope changes, then the plan is compiled with that policy again', () => {
    const book = atWork();
    propose(book, LENIENT);
    answer(book);
    const addRepositories = [{ id: 'meridian/eta-api', personalData: false }];
    book.act(as('procurement'), { type: 'ChangeScope', addRepositories, reason: 'The service is split.' });
    expect([book.state.plan.policy.name, book.state.replan]).toEqual(['lenient', undefined]);
  });

  test('given an engineer who lacks what a policy asks of each person, then access comes and goes with the policy, and never without IP-2', () => {
    const later = ['evidence PP-2 ada', 'evidence PP-2 nina', 'evidence IP-2 nina', 'approve gate:working-agreement'];
    const book = doAll(
      new Book(),
      WAY_TO_WORK.filter(({ name }) => !later.includes(name)),
    );
    expect([...book.provider]).toEqual([]);
    propose(book, LENIENT);
    answer(book);
    doAll(book, [decide(as('executive'), 'gate:working-agreement')]);
    expect([...book.provider]).toEqual(['ada/meridian/eta-model']);
    const mark = book.mark;
    propose(book, DEFAULT_TEXT);
    answer(book);
    expect([...book.provider]).toEqual([]);
    expect(book.since(mark, 'AccessEnded')).toMatchObject([
      { lease: 'ada/meridian/eta-model', detail: 'The identity of this person is not verified yet.' },
    ]);
  });

  test('given policies that follow each other in a circle, then each comes into force again', () => {
    const book = atWork();
    for (const text of [LENIENT, DEFAULT_TEXT, LENIENT, DEFAULT_TEXT]) {
      book.after(1);
      propose(book, text);
      answer(book);
      expect(book.state.plan.policy.hash).toBe(policyHash(text));
    }
  });

  test('given whoever proposed it, or a delegate of theirs, then they do not decide it (AU-2)', () => {
    const book = atWork();
    propose(book, LENIENT);
    const to = {
      type: 'Delegate',
      role: 'executive',
      to: 'procurement',
      until: '2026-09-30',
      reason: 'On leave.',
    } as const;
    expect(book.act(as('executive'), to)).toMatchObject({ code: 'DelegateIsRequester' });
    expect([answer(book, as('procurement')), answer(book, as('legal'))]).toEqual(['NotYourRole', 'NotYourRole']);
    const lent = atWork();
    lent.act(as('executive'), to);
    propose(lent, LENIENT);
    expect(answer(lent, as('procurement'))).toBe('RequesterMayNotDecide');
    expect([book, lent].map((b) => b.state.approvals[asked(b)]?.status)).toEqual(['asked', 'asked']);
  });

  test('given nobody who answers, then nobody else is called in', () => {
    const book = atWork();
    propose(book, LENIENT);
    const mark = book.mark;
    book.after(24 * 14);
    expect(book.since(mark, 'ApprovalEscalated')).toEqual([]);
    expect(book.state.tasks[`decide:${asked(book)}`]).toMatchObject({
      assignees: ['executive'],
      lateSince: expect.anything(),
    });
  });

  test('given a proposal that is declined, then the plan stays, its difference is left to the ledger, and another one can be made', () => {
    const book = atWork();
    const { plan } = book.state;
    propose(book, LENIENT);
    const declined = asked(book);
    expect(answer(book, as('executive'), 'reject')).toEqual(['ApprovalRejected']);
    expect([book.state.plan, book.state.approvals[declined]?.proposal?.difference]).toEqual([plan, undefined]);
    expect(propose(book, LENIENT)).toMatchObject({ status: 'recorded' });
    expect(asked(book)).not.toBe(declined);
  });

  test('given a proposal, when the model is chosen anew, then it is void, and says why', () => {
    const book = atWork();
    propose(book, LENIENT);
    const mark = book.mark;
    const id = asked(book);
    book.act(as('procurement'), { type: 'ChooseModel', model: 'staff-augmentation', reason: 'We lead it ourselves.' });
    expect(book.since(mark, 'ApprovalVoided')).toContainEqual({
      type: 'ApprovalVoided',
      approval: id,
      was: 'asked',
      reason: 'The model or the scope has changed, and with it the difference that the policy makes.',
    });
    expect([book.state.approvals[id], book.state.plan.policy.name]).toEqual([undefined, 'default']);
  });

  test('given an approved policy whose text comes to another plan by now, then it is not taken, somebody is told, and it can be withdrawn', () => {
    const book = atWork();
    const { plan } = book.state;
    propose(book, LENIENT);
    const mark = book.mark;
    book.build = (made) => ({ ...made, escalateTo: 'legal', hash: 'another' });
    answer(book);
    expect(types(book, mark)).not.toContain('PlanRecompiled');
    expect(book.since(mark, 'PlanCompilationFailed')).toMatchObject([
      { message: expect.stringMatching(/^The approved policy comes to another plan now/) },
    ]);
    expect([book.state.plan, book.state.replan?.attempts]).toEqual([plan, 1]);
    const id = asked(book);
    expect(book.state.tasks[`policy-not-in-force:${id}`]).toMatchObject({ assignees: ['procurement'] });
    expect(book.act(as('procurement'), { type: 'WithdrawPolicy', approval: id, reason: 'Made anew.' })).toMatchObject({
      status: 'recorded',
      events: ['ApprovalVoided'],
    });
    expect([book.state.replan, book.state.approvals[id], book.state.tasks[`policy-not-in-force:${id}`]]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('given a plan that waits under an approved policy, when the scope changes, then the approval is void and the scope goes on under the present policy', () => {
    const book = atWork();
    propose(book, LENIENT);
    book.policies.clear();
    answer(book);
    const mark = book.mark;
    const addRepositories = [{ id: 'meridian/eta-api', personalData: false }];
    book.act(as('procurement'), { type: 'ChangeScope', addRepositories, reason: 'The service is split.' });
    expect(types(book, mark)).toEqual(['ScopeChanged', 'ApprovalVoided', 'PlanRecompiled']);
    expect([book.state.plan.policy.name, book.state.intake.repositories.length]).toEqual(['default', 2]);
  });

  test('given a case that closes, then a proposal is void', () => {
    const book = atWork();
    propose(book, LENIENT);
    const mark = book.mark;
    book.act(as('executive'), { type: 'CloseCase', reason: 'Done.' });
    expect(book.since(mark, 'ApprovalVoided')).toMatchObject([{ reason: 'The case is closing.' }]);
  });

  test('given what cannot be proposed or withdrawn, then it is refused in one sentence', () => {
    const book = atWork();
    const told = (outcome: ReturnType<typeof propose>) =>
      outcome.status === 'refused' ? `${outcome.code}: ${outcome.message}` : 'recorded';
    const withdraw = (approval: string, by = as('procurement')) =>
      told(book.act(by, { type: 'WithdrawPolicy', approval, reason: 'No more.' }));
    expect([
      told(propose(book, LENIENT, as('legal'))),
      told(propose(book, DEFAULT_TEXT)),
      told(propose(book, LENIENT, as('procurement'), 'another plan')),
      withdraw('gate:contract'),
      told(propose(book, LENIENT)),
      told(propose(book, LENIENT)),
      withdraw(asked(book), as('executive')),
      withdraw(asked(book)),
      withdraw(asked(book)),
    ]).toEqual([
      'NotYourRole: Only procurement may propose another policy; your role is legal.',
      'DuplicateId: Nothing would change: the case follows default 2026-11-01 already.',
      'ContentChanged: The plan has changed since the difference was told; ask for the difference again.',
      'UnknownApproval: There is no proposed policy gate:contract in this case.',
      'recorded',
      expect.stringMatching(
        /^DuplicateId: policy:\d+ is open already; it is decided or withdrawn before another one is made\.$/,
      ),
      'NotYourRole: Only procurement may withdraw a proposed policy; your role is executive.',
      'recorded',
      'UnknownApproval: There is no proposed policy  in this case.',
    ]);
  });
});
