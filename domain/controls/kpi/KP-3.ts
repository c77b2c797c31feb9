import { say } from '../../say.js';
import { conclude, notSupplied } from '../conclude.js';
import { defineControl } from '../control.js';
import { kpiFaults, OPERATION_FORM } from './kpis.js';

/** Operational metrics with targets. */
export const KP3 = defineControl({
  id: 'KP-3',
  title: 'Operational metrics: uptime and incident response',
  area: 'kpi',
  risk: 'quality',
  nist: 'measure',
  subject: 'case',
  form: OPERATION_FORM,
  numbers: ['minimumMeasures'],
  suppliedBy: ['engineering-manager', 'vendor-contact'],
  assess: (answers, scene) =>
    answers === undefined
      ? notSupplied(scene, say('KP-3.not-supplied'))
      : conclude(scene, kpiFaults(scene, answers.kpis)),
});
