import { say } from '../../say.js';
import { conclude, notSupplied } from '../conclude.js';
import { defineControl } from '../control.js';
import { DELIVERY_FORM, kpiFaults } from './kpis.js';

/** Delivery metrics with targets. */
export const KP2 = defineControl({
  id: 'KP-2',
  title: 'Delivery metrics: velocity and on-time milestones',
  area: 'kpi',
  risk: 'quality',
  nist: 'measure',
  subject: 'case',
  form: DELIVERY_FORM,
  numbers: ['minimumMeasures'],
  suppliedBy: ['engineering-manager', 'vendor-contact'],
  assess: (answers, scene) =>
    answers === undefined
      ? notSupplied(scene, say('KP-2.not-supplied'))
      : conclude(scene, kpiFaults(scene, answers.kpis)),
});
