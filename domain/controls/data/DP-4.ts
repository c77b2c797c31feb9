import { type Said, say } from '../../say.js';
import { conclude, notSupplied, numberOf, type Part, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { doneOn } from '../days.js';
import type { FormOf } from '../form.js';
import { ARTICLE_35_7, ASSESSMENT_FORM } from './assessmentForm.js';
import { appliesToPersonalData } from './personalData.js';

type Answers = FormOf<typeof ASSESSMENT_FORM>;

/** An assessment is needed for a case of Art. 35(3), processing on the authority's list, or enough criteria of WP248. */
const isNeeded = (scene: Scene, { cases, criteria, onAuthorityList }: Answers): boolean =>
  cases.length > 0 || onAuthorityList || new Set(criteria).size >= numberOf(scene, 'criteriaForAssessment');

/** The answer may not know less than the intake. */
const criteriaFaults = ({ state }: Scene, { criteria }: Answers): Said[] =>
  unless(
    !state.intake.data.classes.includes('special-category-data') || criteria.includes('sensitive-data'),
    say('DP-4.sensitive-data'),
  );

function assessmentFaults({ assessment, consultation }: Answers): Said[] {
  if (assessment === undefined) return [];
  const lacking = ARTICLE_35_7.filter((p) => !assessment.holds.includes(p));
  return [
    ...unless(lacking.length === 0, say('DP-4.incomplete', { lacking })),
    ...unless(assessment.advice !== 'not-sought', say('DP-4.officer-not-asked')),
    ...unless(consultation?.outcome !== 'prohibited', say('DP-4.prohibited')),
    ...unless(consultation?.outcome !== 'advice-not-followed', say('DP-4.advice-not-followed')),
  ];
}

/** Where the risk left is high, the authority is consulted before anything is processed (Art. 36(1)). */
function consultationParts(scene: Scene, { assessment, consultation }: Answers): Part[] {
  if (assessment?.residualRisk !== 'high') return [];
  const lacks = (what: Said): Part[] => [{ restsOn: [], missing: { what, turn: scene.planned.owner } }];
  if (consultation === undefined) return lacks(say('DP-4.consult'));
  if (consultation.outcome === 'waiting') return lacks(say('DP-4.authority-waiting'));
  return [doneOn(scene, consultation.askedOn, say('DP-4.consultation'))];
}

/** Whether a data protection impact assessment is needed (GDPR Art. 35, WP248 rev.01), and what came of it. */
export const DP4 = defineControl({
  id: 'DP-4',
  title: 'Data protection impact assessment: whether one is needed, and its result',
  area: 'data',
  risk: 'data-exposure',
  nist: 'map',
  subject: 'case',
  form: ASSESSMENT_FORM,
  numbers: ['criteriaForAssessment'],
  suppliedBy: ['engineering-manager', 'procurement', 'legal'],
  applies: appliesToPersonalData,
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('DP-4.not-supplied'));
    const { assessment } = answers;
    if (assessment === undefined) {
      const missing = { what: say('DP-4.assessment-missing'), turn: scene.planned.owner };
      return conclude(
        scene,
        criteriaFaults(scene, answers),
        isNeeded(scene, answers) ? [{ restsOn: [], missing }] : [],
      );
    }
    return conclude(
      scene,
      [...criteriaFaults(scene, answers), ...assessmentFaults(answers)],
      [
        doneOn(scene, assessment.doneOn, say('DP-4.assessment')),
        { restsOn: [`document:${assessment.report}`] },
        ...consultationParts(scene, answers),
      ],
    );
  },
});
