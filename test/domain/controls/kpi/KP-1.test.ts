import { formFaults } from '../../../../domain/controls/form.js';
import { CONTROLS } from '../../../../domain/controls/index.js';
import { model, models } from '../../../support/controls/kpiForms.js';
import { assess, met, open, ref, refused } from '../../../support/controls/scene.js';

const numbers = { minimumMeasures: 2 };

test('KP-1 is refused for one metric under a name taken twice, a reviewer who is gone, and no measure of quality', () => {
  const copied = model('copied text', 'ip-infringement');
  const kpis = [{ ...copied, reviewer: 'p-gone' }, copied];
  expect(assess('KP-1', { form: { kpis }, numbers })).toEqual(
    refused(
      'More than one KPI is named copied text; give each a name of its own.',
      'p-gone takes no part in this case; name a reviewer who does.',
      'The KPIs cover 1 of the measures asked for, and the policy wants at least 2; add what is missing.',
      'No KPI measures accuracy, precision, recall or an eval score; one has to say how good the model is.',
    ),
  );
});

test('KP-1 is refused by its form when a metric has no evaluation set', () => {
  const { evalSetHash: _none, ...bare } = model('answers right', 'accuracy');
  const shape = CONTROLS['KP-1']?.form;
  expect(shape && formFaults(shape, { kpis: [bare] })).toEqual([
    'kpis[0].evalSetHash is missing: SHA-256 of the evaluation set; readings on another set do not count.',
  ]);
});

test('KP-1 is met by metrics with targets, reviewers and evaluation sets', () => {
  const form = { kpis: models };
  expect(assess('KP-1', { form, numbers })).toEqual(met([ref('KP-1', form)]));
});

test('KP-1 is open before anything is agreed', () => {
  expect(assess('KP-1', { numbers })).toEqual(open(['The model-quality metrics are not agreed yet.']));
});
