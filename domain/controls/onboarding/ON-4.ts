import { say } from '../../say.js';
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
    if (answers === undefined) return notSupplied(scene, say('ON-4.not-supplied'));
    const cannot = DECIDES.filter((d) => !answers.decides.includes(d));
    return conclude(scene, [
      ...unless(isClient(scene.state, answers.contact), say('ON-4.contact-not-client', { contact: answers.contact })),
      ...unless(cannot.length === 0, say('ON-4.cannot-decide', { contact: answers.contact, lacking: cannot })),
    ]);
  },
});
