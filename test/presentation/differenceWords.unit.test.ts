import { IN_FORCE, type Plan } from '../../domain/case/plan.js';
import { planDifference } from '../../domain/policyChange/planDifference.js';
import { differenceWords } from '../../presentation/plan/differenceWords.js';
import { wordsOf } from '../../presentation/words/words.js';
import { Book } from '../support/domain/book.js';
import { changedPlan } from '../support/domain/policies.js';

const { plan } = new Book().state;
const told = (after: Plan, before = plan) => differenceWords(planDifference(before, after));

const IDENTITY = 'PP-2 (Identity of the person verified: method, checker, date)';
const IDENTITY_IN_FORCE = `in force; binding: holds that person; supplied by: engineering-manager; stage: people; waits for the gates of: evaluate; reason: ${wordsOf(IN_FORCE)}`;
const MONTHLY = "Meeting CA-3 (Monthly strategic review with the partner's lead)";

/** The plan with one control changed. */
const withControl = (id: string, change: object): Plan => {
  const control = plan.controls[id];
  if (control === undefined) throw new Error(`the plan lacks ${id}`);
  return { ...plan, controls: { ...plan.controls, [id]: { ...control, ...change } } };
};

describe('the words of a difference between two plans', () => {
  test('given controls that come and go, numbers, lists and gates, then each has a place and both sides in words', () => {
    expect(told(changedPlan(plan))).toEqual([
      { where: IDENTITY, before: IDENTITY_IN_FORCE, after: 'not in the policy' },
      {
        where: 'CA-4 (Shared working hours computed from both time zones): number minimumSharedHours',
        before: '3',
        after: '5',
      },
      { where: `${MONTHLY}: every`, before: 'month' },
      { where: `${MONTHLY}: business hours until it counts as missed`, before: '16' },
      { where: `${MONTHLY}: held by`, before: 'engineering-manager' },
      { where: 'Meetings', before: 'CA-1, CA-2, CA-3', after: 'CA-1, CA-2' },
      { where: 'Days ahead of a lapse on which warnings go out', before: '60, 30, 14, 3', after: '30' },
      { where: 'Gate of the contract: decided by', before: 'legal', after: '2 × legal' },
    ]);
  });

  test('given a control that stops applying, then it says why; and a reason that is left out is told as the usual one', () => {
    expect([
      ...told(withControl('PP-2', { applies: false, why: 'Identities are checked elsewhere.' })),
      ...told(withControl('PP-2', { why: 'We insist.' })),
      ...told(withControl('RF-2', { binding: { kind: 'deal-breaker', clearedBy: 'executive' } })),
    ]).toEqual([
      { where: IDENTITY, before: IDENTITY_IN_FORCE, after: 'not in force: Identities are checked elsewhere.' },
      { where: `${IDENTITY}: reason`, before: wordsOf(IN_FORCE), after: 'We insist.' },
      {
        where: 'RF-2 (No vague or vendor-favouring IP terms): binding',
        before: 'stops the case until legal clears it',
        after: 'stops the case until the executive clears it',
      },
    ]);
  });

  test('given a part that the words do not know, then it is told by its path', () => {
    expect(
      differenceWords([
        { path: ['later', 'thing'], after: { a: 1 } },
        { path: ['numbers', 'newOne'], before: 2 },
      ]),
    ).toEqual([
      { where: 'later thing', after: '{"a":1}' },
      { where: 'newOne', before: '2' },
    ]);
  });
});
