import { say } from '../../say.js';
import { conclude, intakeUnlessForm, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';

/** Whether AI is the core product, and where the work goes. */
export const CORE_PRODUCT_FORM = {
  aiIsCoreProduct: { kind: 'yes-no', ask: 'Is AI the core product and what gives you a lasting advantage?' },
  approach: {
    kind: 'choice',
    of: ['outsource', 'hybrid'],
    ask: 'Is the work outsourced permanently, or (hybrid) handed over to an in-house team after the first build?',
  },
  reason: {
    kind: 'text',
    maxLength: 600,
    optional: true,
    ask: 'If AI is the core product and outsourced permanently: why?',
  },
} as const;

/** Who owns AI as core product keeps it in-house, or plans its way back; going another way takes an executive's reason. */
export const SU2 = defineControl({
  id: 'SU-2',
  title: 'AI that is the core product stays in-house, or is handed over by plan',
  area: 'suitability',
  risk: 'continuity',
  nist: 'map',
  subject: 'case',
  form: CORE_PRODUCT_FORM,
  suppliedBy: ['executive'],
  assess(answers, scene) {
    const sourcing = answers ?? scene.state.intake.sourcing;
    if (sourcing === undefined) return notSupplied(scene, say('SU-2.not-said'));
    const right = !sourcing.aiIsCoreProduct || sourcing.approach === 'hybrid' || answers?.reason !== undefined;
    return conclude(scene, unless(right, say('SU-2.core-outsourced')), intakeUnlessForm(scene));
  },
});
