import { say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { kpiFaults, MODEL_FORM } from './kpis.js';

/** Model-quality metrics with targets, each tied to an evaluation set by its hash. */
export const KP1 = defineControl({
  id: 'KP-1',
  title: 'Model-quality metrics with targets and evaluation sets',
  area: 'kpi',
  risk: 'quality',
  nist: 'measure',
  subject: 'case',
  form: MODEL_FORM,
  numbers: ['minimumMeasures'],
  suppliedBy: ['engineering-manager', 'vendor-contact'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('KP-1.not-supplied'));
    const quality = answers.kpis.some((k) => ['accuracy', 'precision', 'recall', 'eval-score'].includes(k.measure));
    return conclude(scene, [...kpiFaults(scene, answers.kpis), ...unless(quality, say('KP-1.no-quality-measure'))]);
  },
});
