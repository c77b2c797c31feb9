import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { isClient } from '../sides.js';

const DECIDES = ['priorities', 'scope', 'acceptance'] as const;

/** One internal point of contact who can decide. */
export const ON4 = defineControl({
  id: 'ON-4',
  title: 'One internal point of contact who can decide',
  area: 'onboarding',
  risk: 'quality',
  nist: 'govern',
  subject: 'case',
  form: {
    contact: { kind: 'person', ask: "Who of the client's people is the one point of contact for the vendor?" },
    decides: { kind: 'choices', of: DECIDES, ask: 'What may this person decide without asking anybody else?' },
  },
  suppliedBy: ['engineering-manager', 'procurement'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, 'The point of contact is not named yet.');
    const cannot = DECIDES.filter((d) => !answers.decides.includes(d));
    return conclude(scene, [
      ...unless(
        isClient(scene.state, answers.contact),
        `${answers.contact} is not one of the client's people in this case; name one of them.`,
      ),
      ...unless(
        cannot.length === 0,
        `The point of contact cannot decide on ${cannot.join(', ')}; name somebody who can, or widen the authority.`,
      ),
    ]);
  },
});
