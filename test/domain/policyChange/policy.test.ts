import type { Resource } from '../../../domain/case/intake.js';
import type { PolicyOrigin } from '../../../domain/policyChange/origin.js';
import { say } from '../../../domain/say.js';
import { policyHash } from '../../../policy/loadPolicy.js';
import { decide, doAll } from '../../support/domain/acts.js';
import { as, Book } from '../../support/domain/book.js';
import { answer, asked, LENIENT, planOf, propose, types } from '../../support/domain/policies.js';
import { atWork, WAY_TO_WORK } from '../../support/domain/wayToWork.js';
import { DEFAULT_TEXT } from '../../support/policy/policyText.js';

const DIFFERENCE = [{ path: ['controls', 'PP-2'], before: expect.objectContaining({ id: 'PP-2', applies: true }) }];

const NINA_READ = WAY_TO_WORK.findLast(({ name }) => name === 'approve gate:people');

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
      what: say('tasks.decide', { approval: say('tasks.of-policy', { policy: 'lenient 2026-11-01' }) }),
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

  test('given whose a policy is, then the fact that approves it says so, and the case is under it from the plan on', () => {
    const book = atWork();
    expect(book.state.policyOrigin).toBeUndefined();
    const approvedAs = (text: string, origin?: PolicyOrigin) => {
      const mark = book.mark;
      propose(book, text, undefined, undefined, origin);
      expect(book.state.approvals[asked(book)]?.proposal?.origin).toEqual(origin);
      answer(book);
      const approved = book.since(mark).flatMap((e) => (e.type === 'PolicyApproved' ? [e.origin] : []));
      return [...approved, book.state.policyOrigin];
    };
    expect(approvedAs(LENIENT, { kind: 'foreign' })).toEqual([{ kind: 'foreign' }, { kind: 'foreign' }]);
    const add: Resource[] = [{ provider: 'github', kind: 'repository', id: 'meridian/eta-api', personalData: false }];
    book.act(as('procurement'), { type: 'ChangeScope', add, reason: 'The service is split.' });
    expect(book.state.policyOrigin).toEqual({ kind: 'foreign' });
    expect(approvedAs(DEFAULT_TEXT, { kind: 'own' })).toEqual([{ kind: 'own' }, { kind: 'own' }]);
    // Of a proposal made before that was recorded, nothing is said.
    expect(approvedAs(LENIENT)).toEqual([undefined, undefined]);
  });

  test('given a policy in force by approval, when the scope changes, then the plan is compiled with that policy again', () => {
    const book = atWork();
    propose(book, LENIENT);
    answer(book);
    const add: Resource[] = [{ provider: 'github', kind: 'repository', id: 'meridian/eta-api', personalData: false }];
    book.act(as('procurement'), { type: 'ChangeScope', add, reason: 'The service is split.' });
    expect([book.state.plan.policy.name, book.state.replan]).toEqual(['lenient', undefined]);
  });

  test('given an engineer who lacks what a policy asks of each person, then access comes and goes with the policy, and never without IP-2', () => {
    const later = ['evidence PP-2 ada', 'evidence PP-2 nina', 'evidence IP-2 nina', 'approve gate:working-agreement'];
    const book = doAll(
      new Book(),
      // Her text is not there to be read either.
      WAY_TO_WORK.filter((act) => !later.includes(act.name) && act !== NINA_READ),
    );
    expect([...book.provider]).toEqual([]);
    propose(book, LENIENT);
    answer(book);
    doAll(book, [decide(as('executive'), 'gate:working-agreement')]);
    expect([...book.provider]).toEqual(['ada/github:meridian/eta-model']);
    const mark = book.mark;
    propose(book, DEFAULT_TEXT);
    answer(book);
    expect([...book.provider]).toEqual([]);
    expect(book.since(mark, 'AccessEnded')).toMatchObject([
      { lease: 'ada/github:meridian/eta-model', detail: say('PP-2.not-supplied') },
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
});
