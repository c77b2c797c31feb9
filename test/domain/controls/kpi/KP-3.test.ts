import { say } from '../../../../domain/say.js';
import { models, operations } from '../../../support/controls/kpiForms.js';
import { assess, met, open, ref, refused } from '../../../support/controls/scene.js';

const numbers = { minimumMeasures: 2 };
const form = { kpis: operations };

test('KP-3 is refused for one measure only, under a name that a model metric has', () => {
  const taken = { ...operations[0], name: 'answers right', reviewer: 'p-gone' };
  const world = { form: { kpis: [taken] }, numbers, evidence: { 'KP-1': { kpis: models } } };
  expect(assess('KP-3', world)).toEqual(
    refused(
      say('kpi.duplicate-name', { names: ['answers right'] }),
      say('kpi.reviewer-not-in-case', { reviewers: ['p-gone'] }),
      say('kpi.too-few-measures', { covered: 1, minimum: 2 }),
    ),
  );
});

test('KP-3 is met by the measures asked for, and by fewer where the policy says so', () => {
  expect(assess('KP-3', { form, numbers })).toEqual(met([ref('KP-3', form)]));
  const one = { kpis: operations.slice(0, 1) };
  expect(assess('KP-3', { form: one, numbers: { minimumMeasures: 1 } })).toEqual(met([ref('KP-3', one)]));
});

test('KP-3 is open before anything is agreed', () => {
  expect(assess('KP-3', { numbers })).toEqual(open([say('KP-3.not-supplied')]));
});
