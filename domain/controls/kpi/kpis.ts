import type { CaseState } from '../../case/state.js';
import { type Said, say } from '../../say.js';
import { numberOf, unless } from '../conclude.js';
import type { Scene } from '../control.js';
import { type FormOf, isForm } from '../form.js';
import { takesPart } from '../sides.js';

/** Fields of one KPI; `measures` are the kinds of measure that its control asks for. */
const kpiFields = <const M extends readonly string[]>(measures: M) =>
  ({
    name: { kind: 'text', maxLength: 60, ask: 'A short name, unique in the case; readings are recorded under it.' },
    measure: { kind: 'choice', of: measures, ask: 'What does it measure?' },
    formula: { kind: 'text', maxLength: 400, ask: 'How is it computed, from which data, over which time?' },
    target: { kind: 'number', ask: 'The target, in the unit below.' },
    unit: { kind: 'text', maxLength: 30, ask: 'The unit, for example %, ms, points, hours.' },
    direction: { kind: 'choice', of: ['at-least', 'at-most'], ask: 'Is the target a floor or a ceiling?' },
    reviewer: { kind: 'person', ask: 'Who reviews its readings?' },
  }) as const;

/** Checks that KP-4 looks for among the KPIs; they fit model and operational metrics alike. */
const CHECKS = ['ip-infringement', 'data-privacy'] as const;
const MODEL_MEASURES = ['accuracy', 'precision', 'recall', 'latency', 'eval-score', ...CHECKS] as const;
const DELIVERY_MEASURES = ['velocity', 'on-time-milestones'] as const;
const OPERATION_MEASURES = ['uptime', 'incident-response', ...CHECKS] as const;

const list = <const M extends readonly string[]>(ask: string, measures: M) =>
  ({ kpis: { kind: 'list', min: 1, ask, of: kpiFields(measures) } }) as const;

export const MODEL_FORM = {
  kpis: {
    kind: 'list',
    min: 1,
    ask: 'The model-quality metrics, each with the evaluation set that it is measured on.',
    of: {
      ...kpiFields(MODEL_MEASURES),
      evalSetHash: { kind: 'hash', ask: 'SHA-256 of the evaluation set; readings on another set do not count.' },
    },
  },
} as const;
export const DELIVERY_FORM = list('The delivery metrics.', DELIVERY_MEASURES);
export const OPERATION_FORM = list('The operational metrics.', OPERATION_MEASURES);

/** A KPI as agreed; `evalSetHash` is there for a model metric. */
export type Kpi = FormOf<ReturnType<typeof kpiFields<readonly string[]>>> & {
  control: 'KP-1' | 'KP-2' | 'KP-3';
  evalSetHash?: string;
};

/** The KPIs on the record, in the order of their controls. */
export function agreedKpis(state: CaseState): Kpi[] {
  const [model, delivery, operation] = [state.evidence['KP-1'], state.evidence['KP-2'], state.evidence['KP-3']];
  const kpis: Kpi[] = [];
  if (model && isForm(MODEL_FORM, model.form))
    kpis.push(...model.form.kpis.map((k) => ({ ...k, control: 'KP-1' as const })));
  if (delivery && isForm(DELIVERY_FORM, delivery.form))
    kpis.push(...delivery.form.kpis.map((k) => ({ ...k, control: 'KP-2' as const })));
  if (operation && isForm(OPERATION_FORM, operation.form))
    kpis.push(...operation.form.kpis.map((k) => ({ ...k, control: 'KP-3' as const })));
  return kpis;
}

/** What is wrong with a list of KPIs, whatever they measure: names taken, reviewers gone, too few kinds of measure. */
export function kpiFaults(scene: Scene, kpis: Omit<Kpi, 'control'>[]): Said[] {
  const { state, planned } = scene;
  const earlier = agreedKpis(state).filter((k) => k.control < planned.id);
  const names = [...earlier, ...kpis].map((k) => k.name);
  const twice = [...new Set(kpis.map((k) => k.name).filter((n) => names.filter((m) => m === n).length > 1))];
  const gone = [...new Set(kpis.map((k) => k.reviewer).filter((r) => !takesPart(state, r)))];
  const measures = new Set(kpis.map((k) => k.measure)).size;
  const minimum = numberOf(scene, 'minimumMeasures');
  return [
    ...unless(twice.length === 0, say('kpi.duplicate-name', { names: twice })),
    ...unless(gone.length === 0, say('kpi.reviewer-not-in-case', { reviewers: gone })),
    ...unless(measures >= minimum, say('kpi.too-few-measures', { covered: measures, minimum })),
  ];
}
