import type { PlannedControl } from '../../../../domain/case/plan.js';
import { say } from '../../../../domain/say.js';
import { assess, HASH, met, open, planned, ref, refused, type World } from '../../../support/controls/scene.js';
import { type Bar, expectBar, expectCommon, pointOf, SCORED } from '../../../support/controls/scored.js';

const facts = { models: ['managed-team', 'project'], engagements: 3, termsOffered: true, confirmed: true };
const point = pointOf('PE-6', facts, { threshold: 60 });
const gate = (id: string, weight: number): PlannedControl => ({
  ...planned(id, { weight, minimumScore: 1 }),
  binding: { kind: 'gate', holds: ['stage'] },
});
const controls = { 'PE-1': gate('PE-1', 80) };
const scored = (score: number): World => ({ controls, evidence: { 'PE-1': { ...SCORED, score } } });

const BARS: Bar[] = [
  [{ models: ['project'], engagements: 0, confirmed: false }, 0, say('PE-6.other-models', { model: 'managed-team' })],
  [{ engagements: 0, confirmed: false }, 1, say('PE-6.first-time', { model: 'managed-team' })],
  [{ termsOffered: false }, 2, say('PE-6.no-terms', { model: 'managed-team' })],
  [{ confirmed: false }, 3, say('PE-6.not-confirmed')],
];

test.each(BARS)('PE-6 is refused when %j and the score is above %i', (change, most, because) => {
  const numbers = { ...point.numbers, threshold: 0 };
  expectBar({ ...point, numbers, judge: (c, world) => point.judge(c, { numbers, ...world }) }, [change, most, because]);
});

test('PE-6 is refused for engagements in a model that the vendor does not work in, and for the confirmation of none', () => {
  const lax = { numbers: { ...point.numbers, threshold: 0 } };
  expect(point.judge({ models: ['project'], score: 0 }, { numbers: { ...lax.numbers, minimumScore: 0 } })).toEqual(
    refused(say('PE-6.engaged-in-other-model', { model: 'managed-team', engagements: 3 })),
  );
  expect(point.judge({ engagements: 0, score: 1 }, lax)).toEqual(
    refused(say('PE-6.confirmed-none', { model: 'managed-team' })),
  );
});

test('PE-6 is refused when all is scored and the weighted score is below the threshold', () => {
  // 80 of 100 parts at 1 of 4, 20 at 4 of 4.
  expect(point.judge({}, scored(1))).toEqual(refused(say('PE-6.below-threshold', { weighted: 40, threshold: 60 })));
});

test('PE-6 is refused below the least score, and open without anything to read', () => {
  expectCommon('PE-6', { ...point, numbers: { ...point.numbers, threshold: 50 } });
});

test('PE-6 is met by a vendor who knows the model, once the weighted score reaches the threshold', () => {
  expect(point.judge({}, scored(2))).toEqual(met([ref('PE-6', point.form), `document:${HASH}`]));
});

test('PE-6 is open before it is scored, and while other points still have to be', () => {
  expect(assess('PE-6', { numbers: point.numbers })).toEqual(open([say('PE-6.not-scored')]));
  expect(point.judge({}, { controls })).toEqual(open([say('PE-6.waiting', { points: ['PE-1'] })]));
});
