import { ENGAGEMENT_MODELS } from '../../case/intake.js';
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
    reason: { kind: 'text', maxLength: 600, ask: 'Why, although the answers of the intake speak for another one?' },
  },
  suppliedBy: ['procurement', 'engineering-manager', 'executive'],
  assess(answers, scene) {
    const { recommended, chosen } = scene.state.plan.model;
    const intake = { restsOn: [`intake:${scene.state.plan.intakeHash}`] };
    if (chosen === recommended) return conclude(scene, [], [intake]);
    if (answers === undefined)
      return notSupplied(scene, `The intake speaks for ${recommended} and ${chosen} is chosen; record the reason.`);
    return conclude(
      scene,
      unless(
        answers.model === chosen,
        `The reason is for ${answers.model} and the model chosen is ${chosen}; record the reason for that one.`,
      ),
      [intake],
    );
  },
});
