import { say } from '../../../../domain/say.js';
import { deliveries, models } from '../../../support/controls/kpiForms.js';
import { assess, met, open, ref, refused } from '../../../support/controls/scene.js';

const numbers = { minimumMeasures: 2 };
const form = { kpis: deliveries };

test('KP-2 is refused for one measure only, under a name that a model metric has', () => {
  const taken = { ...deliveries[0], name: 'answers right', reviewer: 'p-gone' };
  const world = { form: { kpis: [taken] }, numbers, evidence: { 'KP-1': { kpis: models } } };
  expect(assess('KP-2', world)).toEqual(
    refused(
      say('kpi.duplicate-name', { names: ['answers right'] }),
      say('kpi.reviewer-not-in-case', { reviewers: ['p-gone'] }),
      say('kpi.too-few-measures', { covered: 1, minimum: 2 }),
    ),
  );
});

test('KP-2 is met by the measures asked for, and by fewer where the policy says so', () => {
  expect(assess('KP-2', { form, numbers })).toEqual(met([ref('KP-2', form)]));
  const one = { kpis: deliveries.slice(0, 1) };
  expect(assess('KP-2', { form: one, numbers: { minimumMeasures: 1 } })).toEqual(met([ref('KP-2', one)]));
});

test('KP-2 is open before anything is agreed', () => {
  expect(assess('KP-2', { numbers })).toEqual(open([say('KP-2.not-supplied')]));
});
