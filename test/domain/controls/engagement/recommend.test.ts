import type { EngagementModel, Intake } from '../../../../domain/case/intake.js';
import { recommendModel } from '../../../../domain/controls/engagement/recommend.js';
import { say } from '../../../../domain/say.js';
import { intake } from '../../../support/controls/scene.js';

const prices = {
  inHouseLow: { usd: 22_000, source: 'Levels.fyi 2026' },
  inHouseHigh: { usd: 38_000, source: 'Levels.fyi 2026' },
  managedTeamFrom: { usd: 13_500, source: 'Vendor quotes 2026' },
};
const last = (monthlyRateUsd: number) => recommendModel({ ...intake, monthlyRateUsd }, prices).reasons.at(-1);

test.each([
  [13_500, 'engagement.rate-below-in-house'],
  [22_000, 'engagement.rate-like-in-house'],
  [40_000, 'engagement.rate-above-in-house'],
])(
  "given the policy's prices and a rate of %d, then the rate is set beside them with their source",
  (rateUsd, code) => {
    expect(last(rateUsd)).toEqual(
      say(code, {
        rateUsd,
        lowUsd: 22_000,
        highUsd: 38_000,
        source: 'Levels.fyi 2026',
        fromUsd: 13_500,
        fromSource: 'Vendor quotes 2026',
      }),
    );
  },
);

test('given no prices in the policy or no rate in the intake, then there is no hint', () => {
  const reasons = [say('engagement.little-management-time'), say('engagement.needed-soon')];
  expect(recommendModel({ ...intake, monthlyRateUsd: 13_500 }).reasons).toEqual(reasons);
  expect(recommendModel(intake, prices).reasons).toEqual(reasons);
});

const capacity: Intake['capacity'] = { mlLeadership: 'strong', managementTime: 'ample' };
const need: Intake['need'] = { skillGap: 'one-clear-gap', urgency: 'quarter', scope: 'open', requirements: 'moving' };

test.each<[string, Partial<Intake>, EngagementModel, ReturnType<typeof say>[]]>([
  [
    'one clear gap under strong leadership',
    { capacity, need },
    'staff-augmentation',
    [say('engagement.strong-leadership'), say('engagement.one-skill-gap')],
  ],
  [
    'a bounded scope',
    { capacity, need: { ...need, skillGap: 'several-gaps', scope: 'bounded', requirements: 'stable' } },
    'project',
    [say('engagement.bounded-scope'), say('engagement.stable-requirements')],
  ],
  [
    'no time and no leadership',
    { capacity: { mlLeadership: 'none', managementTime: 'none' }, need },
    'managed-team',
    [say('engagement.no-management-time'), say('engagement.no-leadership')],
  ],
  [
    'answers that speak for no model',
    { capacity, need: { ...need, skillGap: 'several-gaps' } },
    'managed-team',
    [say('engagement.nothing-clear')],
  ],
  [
    'answers that speak for two models',
    { capacity, need: { ...need, scope: 'bounded' } },
    'managed-team',
    [say('engagement.tie', { models: ['staff-augmentation', 'project'] })],
  ],
])('given %s, then the model and the reasons follow', (_what, change, model, reasons) => {
  expect(recommendModel({ ...intake, model, ...change })).toEqual({ recommended: model, reasons, warnings: [] });
});

test('given another model wanted, or a project while requirements move, then there are warnings', () => {
  expect(recommendModel({ ...intake, model: 'project', need: { ...need, urgency: 'weeks' } }).warnings).toEqual([
    say('engagement.moving-requirements'),
    say('engagement.other-model-wanted', { model: 'project' }),
  ]);
});
