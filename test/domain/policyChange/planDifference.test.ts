import type { Plan } from '../../../domain/case/plan.js';
import { planDifference } from '../../../domain/policyChange/planDifference.js';
import { say } from '../../../domain/say.js';
import { Book } from '../../support/domain/book.js';
import { changedPlan } from '../../support/domain/policies.js';

const { plan } = new Book().state;

describe('the difference between two plans', () => {
  test('given controls that come and go, numbers, lists and gates, then each is told by its place and values, controls that turn first', () => {
    expect(planDifference(plan, changedPlan(plan))).toEqual([
      { path: ['controls', 'PP-2'], before: JSON.parse(JSON.stringify(plan.controls['PP-2'])) },
      { path: ['controls', 'CA-4', 'numbers', 'minimumSharedHours'], before: 3, after: 5 },
      { path: ['meetings', 'CA-3', 'every'], before: 'month' },
      { path: ['meetings', 'CA-3', 'graceHours'], before: 16 },
      { path: ['meetings', 'CA-3', 'owner'], before: 'engineering-manager' },
      { path: ['meetings', 'order'], before: ['CA-1', 'CA-2', 'CA-3'], after: ['CA-1', 'CA-2'] },
      { path: ['numbers', 'lapseWarningDays'], before: [60, 30, 14, 3], after: [30] },
      {
        path: ['stages', 'contract', 'deciders'],
        before: plan.stages.find((s) => s.id === 'contract')?.deciders,
        after: [{ role: 'legal', quorum: 2 }],
      },
    ]);
  });

  test('given a control that no longer applies, then it is told as a whole on both sides', () => {
    const before = plan.controls['PP-2'];
    if (before === undefined) throw new Error('the plan lacks PP-2');
    const gone = { ...before, applies: false, why: say('plan.condition-fails', { condition: 'false' }) };
    const after: Plan = { ...plan, controls: { ...plan.controls, 'PP-2': gone } };
    expect(planDifference(plan, after)).toEqual([{ path: ['controls', 'PP-2'], before, after: gone }]);
  });
});
