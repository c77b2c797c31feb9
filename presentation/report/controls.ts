import type { ControlView } from '../../contract/parts.js';
import type { Counts, Report } from '../../contract/report.js';
import type { CaseState } from '../../domain/case/state.js';
import { CONTROLS } from '../../domain/controls/index.js';
import { STANDARDS } from '../../domain/controls/standards.js';
import { type Answer, answersOf, hashesOf } from '../evidence/answers.js';
import { policyTexts } from '../words/policyNumbers.js';

type Reported = Report['controls'][number];

const COUNTED = {
  met: 'met',
  waived: 'waived',
  open: 'open',
  refused: 'refused',
  'not-applicable': 'notApplicable',
} as const;

const count = (controls: readonly Reported[]): Counts => {
  const counts = { met: 0, waived: 0, open: 0, refused: 0, notApplicable: 0, notRaised: 0 };
  for (const { status, notRaised } of controls) counts[notRaised ? 'notRaised' : COUNTED[status]]++;
  return counts;
};

function by(controls: readonly Reported[], key: 'risk' | 'nist'): Record<string, Counts> {
  const values = [...new Set(controls.map((control) => control[key]))].sort();
  return Object.fromEntries(values.map((value) => [value, count(controls.filter((c) => c[key] === value))]));
}

/** How many controls have which status, red flags that nothing raises apart: of all, by risk, by function of the NIST AI RMF. */
export const sumsOf = (controls: readonly Reported[]): Report['sums'] => ({
  all: count(controls),
  byRisk: by(controls, 'risk'),
  byNist: by(controls, 'nist'),
});

/** The row of the table of standards, as plain lists. */
function standardsOf(id: string): Reported['standards'] {
  const { iso27001 = [], soc2 = [], nist80053 = [] } = STANDARDS[id] ?? {};
  return { iso27001: [...iso27001], soc2: [...soc2], nist80053: [...nist80053] };
}

/** Answers with that of a score in its own words: the question of a score holds what every score means, the answer what this one does. */
export function scored<A extends Answer>(anchors: readonly string[], score: unknown, answers: A[]): A[] {
  const anchor = typeof score === 'number' ? anchors[score] : undefined;
  if (anchor === undefined) return answers;
  return answers.map((one) =>
    one.question.includes(anchor)
      ? { ...one, question: 'Score', answer: `${String(score)} of ${anchors.length - 1}. ${anchor}` }
      : one,
  );
}

/** A control as the report shows it: with its standards, and its evidence in words beside the policy's thresholds. */
export function reportedControl(state: CaseState, view: ControlView): Reported {
  const { form: shape, anchors = [], redFlag } = CONTROLS[view.id] ?? {};
  const form = state.evidence[view.key]?.form;
  const planned = state.plan.controls[view.id];
  const titleOf = (document: string): string => state.papers[document]?.title ?? document;
  return {
    ...view,
    standards: standardsOf(view.id),
    answers: shape && form ? scored(anchors, form.score, answersOf(shape, form, { titleOf })) : [],
    thresholds: planned?.applies === true ? policyTexts(planned) : [],
    documents: shape && form ? hashesOf(shape, form) : [],
    ...(redFlag && view.status === 'met' && { notRaised: true as const }),
  };
}
