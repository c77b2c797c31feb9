import { ENGAGEMENT_MODELS } from '../../case/intake.js';
import { type Said, say } from '../../say.js';
import { notSupplied, numberOf, type Part, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { scoresOf } from './scores.js';
import { type Anchors, type Ceiling, concludeScore, SCORE_NUMBERS, scoreFields } from './scoring.js';

/** What the scores of the fit with the engagement model mean. */
export const anchors: Anchors = [
  'The vendor does not work in the chosen model.',
  'The vendor would work in it for the first time.',
  'The vendor has worked in it before.',
  'As 2, and it offers the terms of the model in writing: managers and onboarding, milestones with acceptance, or lead, governance and cadence.',
  'As 3, and a client of such an engagement confirmed how it went.',
];

const FORM = {
  models: { kind: 'choices', of: ENGAGEMENT_MODELS, ask: 'In which engagement models does the vendor work?' },
  engagements: {
    kind: 'number',
    min: 0,
    integer: true,
    ask: 'How many engagements in the chosen model has it had?',
  },
  termsOffered: {
    kind: 'yes-no',
    ask: 'Does it offer the terms of the chosen model in writing (EM-2)?',
  },
  confirmed: { kind: 'yes-no', ask: 'Did a client of such an engagement confirm how it went?' },
  ...scoreFields(anchors),
} as const;

function ceilingsOf({ state }: Scene, answers: FormOf<typeof FORM>): Ceiling[] {
  const { models, engagements, termsOffered, confirmed } = answers;
  const { chosen: model } = state.plan.model;
  return [
    { most: 0, when: !models.includes(model), because: say('PE-6.other-models', { model }) },
    { most: 1, when: engagements === 0, because: say('PE-6.first-time', { model }) },
    { most: 2, when: !termsOffered, because: say('PE-6.no-terms', { model }) },
    { most: 3, when: !confirmed, because: say('PE-6.not-confirmed') },
  ];
}

/** Engagements are counted in a model that the vendor works in, and only one that took place can be confirmed. */
function contradictions({ state }: Scene, { models, engagements, confirmed }: FormOf<typeof FORM>): Said[] {
  const { chosen: model } = state.plan.model;
  return [
    ...unless(models.includes(model) || engagements === 0, say('PE-6.engaged-in-other-model', { model, engagements })),
    ...unless(engagements > 0 || !confirmed, say('PE-6.confirmed-none', { model })),
  ];
}

/** The last axis sums up: once everything that has to be is scored, the weighted score has to reach the threshold. */
function sumOf(scene: Scene): { wrong: Said[]; parts: Part[] } {
  const { weighted, waitingFor } = scoresOf(scene.state);
  if (waitingFor.length > 0) {
    const what = say('PE-6.waiting', { points: waitingFor });
    return { wrong: [], parts: [{ restsOn: [], missing: { what, turn: scene.planned.owner } }] };
  }
  const threshold = numberOf(scene, 'threshold');
  const wrong = unless(
    weighted === undefined || weighted >= threshold,
    say('PE-6.below-threshold', { weighted, threshold }),
  );
  return { wrong, parts: [] };
}

/** Fit of the vendor with the engagement model chosen, and the weighted score of the whole evaluation. */
export const PE6 = defineControl({
  id: 'PE-6',
  title: 'Fit with the engagement model, and the weighted score of the evaluation',
  area: 'evaluation',
  risk: 'quality',
  nist: 'map',
  subject: 'case',
  anchors,
  form: FORM,
  numbers: [...SCORE_NUMBERS, 'threshold'],
  suppliedBy: ['procurement', 'legal'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('PE-6.not-scored'));
    const { wrong, parts } = sumOf(scene);
    return concludeScore(scene, answers, ceilingsOf(scene, answers), {
      wrong: [...contradictions(scene, answers), ...wrong],
      parts,
    });
  },
});
