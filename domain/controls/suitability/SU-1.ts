import { say } from '../../say.js';
import { conclude, intakeUnlessForm, notSupplied, numberOf, unless } from '../conclude.js';
import { defineControl } from '../control.js';

/** The intended outcome and its success criteria. */
export const OUTCOME_FORM = {
  statement: {
    kind: 'text',
    maxLength: 1000,
    ask: 'Which outcome should the vendor deliver, in one or two sentences?',
  },
  successCriteria: {
    kind: 'list',
    ask: 'By which criteria will you know that it is delivered?',
    of: {
      criterion: { kind: 'text', maxLength: 300, ask: 'What has to be true?' },
      measure: { kind: 'text', maxLength: 300, ask: 'How is that measured: number, unit, where to read it?' },
    },
  },
} as const;

/** The outcome is written down with criteria that can be measured; judged on the intake until a form takes its place. */
export const SU1 = defineControl({
  id: 'SU-1',
  title: 'The intended outcome is written down with success criteria',
  area: 'suitability',
  risk: 'quality',
  nist: 'map',
  subject: 'case',
  form: OUTCOME_FORM,
  numbers: ['minimumCriteria'],
  suppliedBy: ['procurement', 'executive'],
  assess(answers, scene) {
    const { outcome } = scene.state.intake;
    const { statement, successCriteria } = answers ?? outcome;
    if (answers === undefined && statement.trim() === '' && successCriteria.length === 0)
      return notSupplied(scene, say('SU-1.not-written'));
    const minimum = numberOf(scene, 'minimumCriteria');
    const unmeasured = successCriteria.filter(
      (c) => c.measure.trim() === '' || c.measure.trim() === c.criterion.trim(),
    );
    return conclude(
      scene,
      [
        ...unless(statement.trim() !== '', say('SU-1.no-outcome')),
        ...unless(
          successCriteria.length >= minimum,
          say('SU-1.too-few-criteria', { criteria: successCriteria.length, minimum }),
        ),
        ...unmeasured.map(({ criterion }) => say('SU-1.no-measure', { criterion })),
      ],
      intakeUnlessForm(scene),
    );
  },
});
