import { own } from '../../record.js';
import { say } from '../../say.js';
import { conclude, notSupplied } from '../conclude.js';
import { defineControl } from '../control.js';
import { formHashOf } from '../formHash.js';
import { agreedKpis } from './kpis.js';

const CHECKS = {
  inaccuracy: { check: say('KP-4.inaccuracy'), measures: ['accuracy', 'precision', 'recall', 'eval-score'] },
  ipInfringement: { check: say('KP-4.ip-infringement'), measures: ['ip-infringement'] },
  dataPrivacy: { check: say('KP-4.data-privacy'), measures: ['data-privacy'] },
} as const;

/** Inaccuracy, IP infringement and data privacy are each watched by a KPI of KP-1 to KP-3. */
export const KP4 = defineControl({
  id: 'KP-4',
  title: 'Inaccuracy, IP infringement and data privacy are among the KPIs',
  area: 'kpi',
  risk: 'quality',
  nist: 'measure',
  subject: 'case',
  form: {
    inaccuracy: { kind: 'text', maxLength: 60, ask: 'Which KPI, by name, checks for inaccuracy?' },
    ipInfringement: { kind: 'text', maxLength: 60, ask: 'Which KPI, by name, checks for IP infringement?' },
    dataPrivacy: { kind: 'text', maxLength: 60, ask: 'Which KPI, by name, checks for data privacy?' },
  },
  suppliedBy: ['engineering-manager', 'vendor-contact'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('KP-4.not-supplied'));
    const kpis = agreedKpis(scene.state);
    const faults = (['inaccuracy', 'ipInfringement', 'dataPrivacy'] as const).flatMap((key) => {
      const { check, measures } = CHECKS[key];
      const kpi = kpis.find((k) => k.name === answers[key]);
      if (kpi === undefined) return [say('KP-4.unknown-kpi', { name: answers[key], check })];
      if (measures.some((m) => m === kpi.measure)) return [];
      return [say('KP-4.wrong-measure', { name: kpi.name, measure: kpi.measure, check, measures })];
    });
    const restsOn = (['KP-1', 'KP-2', 'KP-3'] as const).flatMap((id) => {
      const evidence = own(scene.state.evidence, id);
      return evidence && kpis.some((k) => k.control === id && Object.values(answers).includes(k.name))
        ? [`evidence:${id}@${formHashOf(evidence)}`]
        : [];
    });
    return conclude(scene, faults, [{ restsOn }]);
  },
});
