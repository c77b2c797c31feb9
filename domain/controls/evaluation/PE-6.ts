import { ENGAGEMENT_MODELS } from '../../case/intake.js';
import type { Why } from '../../say.js';
import { notSupplied, numberOf, type Part, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { scoresOf } from './scores.js';
import { type Anchors, type Ceiling, concludeScore, SCORE_NUMBERS, scoreFields } from './scoring.js';

/** What the scores of the fit with the engagement model mean. */
export const anchors: Anchors = [
  'The vendor does not work in the model chosen.',
  'The vendor would work in it for the first time.',
  'The vendor has worked in it before.',
  'As 2, and it offers in writing what the model asks for: managers and onboarding, milestones with acceptance, or lead, governance and cadence.',
  'As 3, and a client of such an engagement confirmed how it went.',
];

const FORM = {
  models: { kind: 'choices', of: ENGAGEMENT_MODELS, ask: 'In which engagement models does the vendor work?' },
  engagements: {
    kind: 'number',
    min: 0,
    integer: true,
    ask: 'How many engagements in the model chosen has it had?',
  },
  termsOffered: {
    kind: 'yes-no',
    ask: 'Does it offer in writing what the model chosen asks for (EM-2)?',
  },
  confirmed: { kind: 'yes-no', ask: 'Did a client of such an engagement confirm how it went?' },
  ...scoreFields(anchors),
} as const;

function ceilingsOf({ state }: Scene, answers: FormOf<typeof FORM>): Ceiling[] {
  const { models, engagements, termsOffered, confirmed } = answers;
  const { chosen } = state.plan.model;
  return [
    { most: 0, when: !models.includes(chosen), because: `the vendor does not work in the model ${chosen}` },
    { most: 1, when: engagements === 0, because: `the vendor has had no engagement in the model ${chosen}` },
    { most: 2, when: !termsOffered, because: 'it does not offer in writing what the model asks for' },
    { most: 3, when: !confirmed, because: 'no client of such an engagement confirmed it' },
  ];
}

/** The last axis sums up: once everything that has to be is scored, the weighted score has to reach the threshold. */
function sumOf(scene: Scene): { wrong: Why[]; parts: Part[] } {
  const { weighted, waitingFor } = scoresOf(scene.state);
  if (waitingFor.length > 0) {
    const what = `The weighted score waits for ${waitingFor.join(', ')}; score what is missing.`;
    return { wrong: [], parts: [{ restsOn: [], missing: { what, turn: scene.planned.owner } }] };
  }
  const threshold = numberOf(scene, 'threshold');
  const wrong = unless(
    weighted === undefined || weighted >= threshold,
    `The weighted score is ${weighted} of 100 and the policy asks for ${threshold}; choose another vendor, or score again what was mended.`,
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
    if (answers === undefined)
      return notSupplied(scene, 'The fit of the vendor with the engagement model is not scored yet.');
    return concludeScore(scene, answers, anchors, ceilingsOf(scene, answers), sumOf(scene));
  },
});
