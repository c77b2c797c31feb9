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
      ask: 'Shall the work be outsourced although nobody outside may reach the most sensitive data?',
    },
    reason: { kind: 'text', maxLength: 600, ask: 'Why?' },
  },
  suppliedBy: ['executive'],
  applies: ({ data }) => {
    if (data.thirdPartyAccess === 'none')
      return { applies: true, why: 'Nobody outside may ever reach the most sensitive of the data.' };
    return data.classes.includes('special-category-data')
      ? { applies: true, why: 'There are special categories of personal data (GDPR Art. 9).' }
      : { applies: false, why: 'No data are named that nobody outside may reach.' };
  },
  assess(answers, scene) {
    const { data } = scene.state.intake;
    const which = data.classes.includes('special-category-data')
      ? 'special categories of personal data'
      : 'the most sensitive of the data';
    return conclude(
      scene,
      unless(
        data.thirdPartyAccess !== 'none' || answers?.override === true,
        `Nobody outside may ever reach ${which}; keep this work in-house, or have an executive override that with a reason.`,
      ),
      intakeUnlessForm(scene),
    );
  },
});
