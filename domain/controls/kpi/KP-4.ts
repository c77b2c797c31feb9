import { conclude, notSupplied } from '../conclude.js';
import { defineControl } from '../control.js';
import { formHashOf } from '../formHash.js';
import { agreedKpis } from './kpis.js';

const CHECKS = {
  inaccuracy: { says: 'inaccuracy', measures: ['accuracy', 'precision', 'recall', 'eval-score'] },
  ipInfringement: { says: 'IP infringement', measures: ['ip-infringement'] },
  dataPrivacy: { says: 'data privacy', measures: ['data-privacy'] },
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
    if (answers === undefined) return notSupplied(scene, 'The KPIs that check for risks are not named yet.');
    const kpis = agreedKpis(scene.state);
    const faults = (['inaccuracy', 'ipInfringement', 'dataPrivacy'] as const).flatMap((key) => {
      const { says, measures } = CHECKS[key];
      const kpi = kpis.find((k) => k.name === answers[key]);
      if (kpi === undefined)
        return [`No KPI of KP-1 to KP-3 is named ${answers[key]}; name the one that checks for ${says}.`];
      if (measures.some((m) => m === kpi.measure)) return [];
      return [`${kpi.name} measures ${kpi.measure}; ${says} is checked by ${measures.join(', ')}.`];
    });
    const restsOn = (['KP-1', 'KP-2', 'KP-3'] as const).flatMap((id) => {
      const evidence = scene.state.evidence[id];
      return evidence && kpis.some((k) => k.control === id && Object.values(answers).includes(k.name))
        ? [`evidence:${id}@${formHashOf(evidence)}`]
        : [];
    });
    return conclude(scene, faults, [{ restsOn }]);
  },
});
