import type { Why } from '../../say.js';
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
const criteriaFaults = ({ state }: Scene, { criteria }: Answers): Why[] =>
  unless(
    !state.intake.data.classes.includes('special-category-data') || criteria.includes('sensitive-data'),
    'The intake names special-category data and the answer no sensitive data; correct one of the two.',
  );

function assessmentFaults({ assessment, consultation }: Answers): Why[] {
  if (assessment === undefined) return [];
  const lacking = ARTICLE_35_7.filter((p) => !assessment.holds.includes(p));
  return [
    ...unless(
      lacking.length === 0,
      `The assessment does not hold ${lacking.join(', ')}; Art. 35(7) asks for each of them.`,
    ),
    ...unless(
      assessment.advice !== 'not-sought',
      'The data protection officer was not asked; their advice has to be sought (Art. 35(2)).',
    ),
    ...unless(
      consultation?.outcome !== 'prohibited',
      'The supervisory authority has prohibited the processing; it may not take place (Art. 36(2), 58(2)).',
    ),
    ...unless(
      consultation?.outcome !== 'advice-not-followed',
      "The supervisory authority's advice is not followed; follow it and assess again.",
    ),
  ];
}

/** Where the risk left is high, the authority is consulted before anything is processed (Art. 36(1)). */
function consultationParts(scene: Scene, { assessment, consultation }: Answers): Part[] {
  if (assessment?.residualRisk !== 'high') return [];
  const lacks = (what: string): Part[] => [{ restsOn: [], missing: { what, turn: scene.planned.owner } }];
  if (consultation === undefined)
    return lacks('The risk left is high; consult the supervisory authority before any processing (Art. 36(1)).');
  if (consultation.outcome === 'waiting')
    return lacks('The supervisory authority was consulted and has not answered yet.');
  return [doneOn(scene, consultation.askedOn, 'The consultation of the supervisory authority')];
}

/** Whether a data protection impact assessment is needed (GDPR Art. 35, WP248 rev.01), and what came of it. */
export const DP4 = defineControl({
  id: 'DP-4',
  title: 'Data protection impact assessment: whether it is needed, and its result',
  area: 'data',
  risk: 'data-exposure',
  nist: 'map',
  subject: 'case',
  form: ASSESSMENT_FORM,
  numbers: ['criteriaForAssessment'],
  suppliedBy: ['engineering-manager', 'procurement', 'legal'],
  applies: appliesToPersonalData,
  assess(answers, scene) {
    if (answers === undefined)
      return notSupplied(scene, 'Whether a data protection impact assessment is needed is not said yet.');
    const { assessment } = answers;
    if (assessment === undefined) {
      const what = 'A data protection impact assessment is needed (Art. 35) and is not supplied yet.';
      const missing = { what, turn: scene.planned.owner };
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
        doneOn(scene, assessment.doneOn, 'The assessment'),
        { restsOn: [`document:${assessment.report}`] },
        ...consultationParts(scene, answers),
      ],
    );
  },
});
