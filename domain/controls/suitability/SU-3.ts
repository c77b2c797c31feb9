import { say } from '../../say.js';
import { conclude, intakeUnlessForm, unless } from '../conclude.js';
import { defineControl } from '../control.js';

/** Data that nobody outside may ever reach does not go to a vendor, unless an executive takes that on with a reason. */
export const SU3 = defineControl({
  id: 'SU-3',
  title: 'The most sensitive regulated data with zero tolerance for third-party access is not outsourced',
  area: 'suitability',
  risk: 'data-exposure',
  nist: 'map',
  subject: 'case',
  form: {
    override: {
      kind: 'yes-no',
      ask: 'Is the work to be outsourced although no outsider may access the most sensitive data?',
    },
    reason: { kind: 'text', maxLength: 600, ask: 'Why?' },
  },
  suppliedBy: ['executive'],
  applies: ({ data }) => {
    if (data.thirdPartyAccess === 'none') return { applies: true, why: say('SU-3.data-closed') };
    return data.classes.includes('special-category-data')
      ? { applies: true, why: say('SU-3.special-categories') }
      : { applies: false, why: say('SU-3.no-closed-data') };
  },
  assess(answers, scene) {
    const { data } = scene.state.intake;
    const special = data.classes.includes('special-category-data');
    return conclude(
      scene,
      unless(
        data.thirdPartyAccess !== 'none' || answers?.override === true,
        say(special ? 'SU-3.special-categories-outsourced' : 'SU-3.closed-data-outsourced'),
      ),
      intakeUnlessForm(scene),
    );
  },
});
