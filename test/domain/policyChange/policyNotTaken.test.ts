import type { Resource } from '../../../domain/case/intake.js';
import type { CaseState } from '../../../domain/case/state.js';
import { recompiled } from '../../../domain/policyChange/recompiled.js';
import { as } from '../../support/domain/book.js';
import { answer, asked, LENIENT, planOf, propose, types } from '../../support/domain/policies.js';
import { atWork } from '../../support/domain/wayToWork.js';
import { DEFAULT_TEXT } from '../../support/policy/policyText.js';

describe('another policy that is not taken', () => {
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
      reason: { code: 'policy-change.difference-outdated' },
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
    expect(book.since(mark, 'PlanCompilationFailed')).toMatchObject([{ said: { code: 'policy-change.other-plan' } }]);
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
    const add: Resource[] = [{ provider: 'github', kind: 'repository', id: 'meridian/eta-api', personalData: false }];
    book.act(as('procurement'), { type: 'ChangeScope', add, reason: 'The service is split.' });
    // What access rests on of the intake is another one now, and is said anew for both.
    expect(types(book, mark)).toEqual([
      'ScopeChanged',
      'ApprovalVoided',
      'PlanRecompiled',
      'AccessGranted',
      'AccessGranted',
    ]);
    expect([book.state.plan.policy.name, book.state.intake.resources.length]).toEqual(['default', 2]);
  });

  test('given a case that closes, then a proposal is void', () => {
    const book = atWork();
    propose(book, LENIENT);
    const mark = book.mark;
    book.act(as('executive'), { type: 'CloseCase', reason: 'Done.' });
    expect(book.since(mark, 'ApprovalVoided')).toMatchObject([{ reason: { code: 'policy-change.case-closing' } }]);
  });

  test('given a plan that arrives after its approval went void, then it is not taken; the one that is wanted by then is', () => {
    const book = atWork();
    const { plan, intake } = book.state;
    const replan = {
      model: plan.model.chosen,
      requestedBy: 'procurement',
      reason: 'The service is split.',
      attempts: 0,
      nextAttemptAt: book.now,
    };
    const wanted: CaseState = { ...book.state, replan };
    expect(recompiled(wanted, planOf(book, LENIENT), book.now)).toEqual({ events: [] });
    expect(recompiled({ ...wanted, replan: { ...replan, intake } }, plan, book.now)).toEqual({
      events: [{ type: 'PlanRecompiled', plan, intake, reason: 'The service is split.' }],
    });
  });

  test('given what cannot be proposed or withdrawn, then it is refused with what would be right', () => {
    const book = atWork();
    const told = (outcome: ReturnType<typeof propose>) =>
      outcome.status === 'refused' ? [outcome.code, outcome.said] : 'recorded';
    const withdraw = (approval: string, by = as('procurement')) =>
      told(book.act(by, { type: 'WithdrawPolicy', approval, reason: 'No more.' }));
    const refusals = [
      told(propose(book, LENIENT, as('legal'))),
      told(propose(book, DEFAULT_TEXT)),
      told(propose(book, LENIENT, as('procurement'), 'another plan')),
      withdraw('gate:contract'),
      told(propose(book, LENIENT)),
    ];
    const approval = asked(book);
    refusals.push(
      told(propose(book, LENIENT)),
      withdraw(approval, as('executive')),
      withdraw(approval),
      withdraw(approval),
    );
    expect(refusals).toEqual([
      ['NotYourRole', { code: 'people.not-your-role', roles: ['procurement'], role: 'legal' }],
      ['DuplicateId', { code: 'policy-change.same-plan', policy: 'default 2026-11-01' }],
      ['ContentChanged', { code: 'policy-change.plan-changed' }],
      ['UnknownApproval', { code: 'policy-change.unknown', approval: 'gate:contract' }],
      'recorded',
      ['DuplicateId', { code: 'policy-change.other-open', approval }],
      ['NotYourRole', { code: 'people.not-your-role', roles: ['procurement'], role: 'executive' }],
      'recorded',
      ['UnknownApproval', { code: 'policy-change.unknown', approval }],
    ]);
  });
});
