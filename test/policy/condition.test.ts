import type { Intake } from '../../domain/case/intake.js';
import { compilePlan } from '../../policy/compilePlan.js';
import { ConditionError, conditionFault, holdsFor } from '../../policy/condition.js';
import { intake as base } from '../support/controls/fixtures.js';
import { policyOf, withLine } from '../support/policy/policyText.js';

const intake: Intake = {
  ...base,
  monthlyRateUsd: 13_500,
  data: { classes: ['personal-data'], euPersonalData: true, roles: { client: 'controller', vendor: 'processor' } },
  engineers: [
    {
      person: 'p-ana',
      employer: 'Other',
      country: 'PT',
      jobRole: 'ML engineer',
      needs: [{ resource: 'github:client/claims', profile: 'contributor', task: 'Trains' }],
    },
  ],
};

describe('a condition', () => {
  test.each([
    ['intake.data.euPersonalData', true],
    ['"personal-data" in intake.data.classes', true],
    ['intake.model == "project"', false],
    ['intake.monthlyRateUsd > 10000', true],
    ['has(intake.data.roles) && intake.data.roles.vendor == "sub-processor"', false],
    ['intake.engineers.exists(e, e.employer != intake.vendor.name)', true],
    ['intake.engineers.all(e, e.needs.exists(n, n.profile == "contributor"))', true],
    ['intake.resources.exists(r, r.personalData)', false],
    ['"privacy" in intake.client.people', true],
    ['size(intake.engineers) > 3', false],
    ['intake.startDate < "2026-10-01"', true],
    ['intake.title.startsWith("Claims") && intake.client.name != "" && intake.outcome.statement != ""', true],
    ['intake.need.urgency == "weeks" && intake.capacity.mlLeadership == "some" && !intake.currentSoc2Required', true],
  ])('given %s, then it can be used, and on this intake it is %s', (expression, expected) => {
    expect([conditionFault(expression), holdsFor('ON-1', expression, intake)]).toEqual([undefined, expected]);
  });

  test.each([
    ['intake.dta.euPersonalData', /No such key: dta/],
    ['intake.engineers.exists(e, e.land == "PL")', /No such key: land/],
    ['intake.title', /gives string; it has to be true or false/],
    ['dyn(intake.title)', /gives dyn/],
    ['intake.title ==', /cannot be used: Unexpected token/],
    ['intake.title > 3', /cannot be used/],
    ['state.status == "open"', /Unknown variable: state/],
    ['intake.constructor == intake.title', /No such key: constructor/],
    ['intake.title.matches("(a+)+$")', /uses matches, which is not taken here/],
    [
      'intake.engineers.all(a, intake.engineers.all(b, intake.engineers.all(c, true)))',
      /walks lists more than 2 times/,
    ],
    [`${'('.repeat(300)}true${')'.repeat(300)}`, /cannot be used/],
  ])('given %s, then one sentence says what is wrong', (expression, sentence) => {
    expect(conditionFault(expression)).toMatch(sentence);
  });

  test('given a field that this case lacks, then the fault names the control and what would be right', () => {
    const policy = policyOf(withLine('ON-1', 'when: intake.monthlyRateUsd > 10000'));
    const compile = () => compilePlan({ policy, hash: 'h' }, base);
    expect(compile).toThrow(ConditionError);
    expect(compile).toThrow(
      /^The condition of ON-1 cannot be told for this case: No such key: monthlyRateUsd; .* has\(…\) first\.$/,
    );
  });
});
