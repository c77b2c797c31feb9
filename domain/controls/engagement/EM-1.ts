import { ENGAGEMENT_MODELS } from '../../case/intake.js';
import { say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';

/** A model is recommended from the intake; choosing another one takes a reason on the record. */
export const EM1 = defineControl({
  id: 'EM-1',
  title: 'An engagement model is recommended from the intake, with reasons',
  area: 'engagement',
  risk: 'cost',
  nist: 'map',
  subject: 'case',
  form: {
    model: { kind: 'choice', of: ENGAGEMENT_MODELS, ask: 'Which model is chosen instead of the recommended one?' },
    reason: { kind: 'text', maxLength: 600, ask: 'Why, although the intake points to another one?' },
  },
  facts: ['ModelChosen'],
  suppliedBy: ['procurement', 'engineering-manager', 'executive'],
  assess(answers, scene) {
    const { recommended, chosen } = scene.state.plan.model;
    const intake = { restsOn: [`intake:${scene.state.plan.intakeHash}`] };
    if (chosen === recommended) return conclude(scene, [], [intake]);
    if (answers === undefined) return notSupplied(scene, say('EM-1.no-reason', { recommended, chosen }));
    return conclude(
      scene,
      unless(answers.model === chosen, say('EM-1.other-model', { model: answers.model, chosen })),
      [intake],
    );
  },
});
