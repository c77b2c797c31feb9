import { say } from '../../say.js';
import { notSupplied, numberOf, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { type Anchors, type Ceiling, concludeScore, SCORE_NUMBERS, scoreFields } from './scoring.js';

/** What the scores of the technical vetting mean. */
export const anchors: Anchors = [
  'Nobody can say how engineers are vetted.',
  'Vetting is described, but none of the vendor’s AI systems runs in production.',
  'Vetting has technical steps, and one of the vendor’s AI systems runs in production.',
  'Acceptance is counted, and a system in production is evaluated and monitored.',
  'The funnel is as narrow as the policy asks, and production covers RAG, fine-tuning, evals, MLOps and monitoring.',
];

const STEPS = [
  'coding-exercise',
  'ml-interview',
  'system-design-interview',
  'paid-trial',
  'reference-check',
  'background-check',
] as const;
const TECHNICAL: readonly string[] = STEPS.slice(0, 4);
const PRACTICES = ['rag', 'fine-tuning', 'evals', 'mlops', 'monitoring'] as const;

/** The facts of the technical vetting and its score. */
export const VETTING_FORM = {
  steps: { kind: 'choices', of: STEPS, ask: 'By which steps are engineers vetted?' },
  acceptance: {
    kind: 'record',
    optional: true,
    ask: 'How many are accepted: n of m, per period, counting what?',
    of: {
      accepted: { kind: 'number', min: 0, integer: true, ask: 'How many are accepted (n)?' },
      counted: { kind: 'number', min: 1, integer: true, ask: 'Out of how many (m)?' },
      period: { kind: 'choice', of: ['month', 'quarter', 'year'], ask: 'Per which period?' },
      counting: {
        kind: 'choice',
        of: ['applications', 'screened-candidates', 'interviewed-candidates'],
        ask: 'What is counted in m?',
      },
    },
  },
  production: {
    kind: 'list',
    ask: 'Which of the vendor’s AI systems run in production? Leave out notebooks, demonstrations and prototypes.',
    of: {
      system: { kind: 'text', maxLength: 120, ask: 'What does the system do?' },
      liveSince: { kind: 'day', ask: 'Since which day has it been in production?' },
      practices: { kind: 'choices', of: PRACTICES, ask: 'Which of these did they build and run in it?' },
    },
  },
  ...scoreFields(anchors),
} as const;

/** What the facts bar; a system that went live after the scoring was none yet. */
function ceilingsOf(scene: Scene, { steps, acceptance, production, scoredOn }: FormOf<typeof VETTING_FORM>): Ceiling[] {
  const live = production.filter((p) => p.liveSince <= scoredOn);
  const missing = PRACTICES.filter((practice) => !live.some((p) => p.practices.includes(practice)));
  const watched = live.some((p) => p.practices.includes('evals') && p.practices.includes('monitoring'));
  const limit = numberOf(scene, 'acceptanceMaxPercent');
  const { accepted = 0, counted = 1 } = acceptance ?? {};
  const wide = (100 * accepted) / counted > limit;
  return [
    { most: 0, when: steps.length === 0, because: say('PE-1.no-steps') },
    { most: 1, when: live.length === 0, because: say('PE-1.nothing-live') },
    { most: 1, when: !steps.some((s) => TECHNICAL.includes(s)), because: say('PE-1.no-technical-step') },
    { most: 2, when: acceptance === undefined, because: say('PE-1.acceptance-not-counted') },
    { most: 2, when: !watched, because: say('PE-1.not-monitored') },
    { most: 3, when: wide, because: say('PE-1.accepts-too-many', { accepted, counted, limit }) },
    { most: 3, when: missing.length > 0, because: say('PE-1.practices-missing', { practices: missing }) },
  ];
}

/** How the vendor vets its engineers, counted, and what it runs in production. */
export const PE1 = defineControl({
  id: 'PE-1',
  title: 'Technical vetting of engineers, and AI shipped to production',
  area: 'evaluation',
  risk: 'quality',
  nist: 'measure',
  subject: 'case',
  anchors,
  form: VETTING_FORM,
  numbers: [...SCORE_NUMBERS, 'acceptanceMaxPercent'],
  suppliedBy: ['procurement', 'in-house-engineer'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('PE-1.not-scored'));
    const { acceptance } = answers;
    const wrong = unless(
      acceptance === undefined || acceptance.accepted <= acceptance.counted,
      say('PE-1.more-accepted-than-counted', { accepted: acceptance?.accepted, counted: acceptance?.counted }),
    );
    return concludeScore(scene, answers, ceilingsOf(scene, answers), { wrong });
  },
});
