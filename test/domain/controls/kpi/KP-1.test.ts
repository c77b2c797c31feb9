import { formFaults } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { say } from '../../../../domain/say.js';
import { model, models } from '../../../support/controls/kpiForms.js';
import { assess, met, open, ref, refused } from '../../../support/controls/scene.js';

const numbers = { minimumMeasures: 2 };

test('KP-1 is refused for one metric under a name taken twice, a reviewer who is gone, and no measure of quality', () => {
  const copied = model('copied text', 'ip-infringement');
  const kpis = [{ ...copied, reviewer: 'p-gone' }, copied];
  expect(assess('KP-1', { form: { kpis }, numbers })).toEqual(
    refused(
      say('kpi.duplicate-name', { names: ['copied text'] }),
      say('kpi.reviewer-not-in-case', { reviewers: ['p-gone'] }),
      say('kpi.too-few-measures', { covered: 1, minimum: 2 }),
      say('KP-1.no-quality-measure'),
    ),
  );
});

test('KP-1 is refused by its form when a metric has no evaluation set', () => {
  const { evalSetHash: _none, ...bare } = model('answers right', 'accuracy');
  const shape = CONTROLS['KP-1']?.form;
  expect(shape && formFaults(shape, { kpis: [bare] })).toEqual([
    {
      path: 'kpis[0].evalSetHash',
      said: say('form.missing'),
      ask: 'SHA-256 of the evaluation set; readings on another set do not count.',
    },
  ]);
});

test('KP-1 is met by metrics with targets, reviewers and evaluation sets', () => {
  const form = { kpis: models };
  expect(assess('KP-1', { form, numbers })).toEqual(met([ref('KP-1', form)]));
});

test('KP-1 is open before anything is agreed', () => {
  expect(assess('KP-1', { numbers })).toEqual(open([say('KP-1.not-supplied')]));
});
