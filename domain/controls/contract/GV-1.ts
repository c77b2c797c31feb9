import { say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { isVendor } from '../sides.js';

const FUNCTIONS = ['govern', 'map', 'measure', 'manage'] as const;

/** The vendor's delivery process, mapped to the four functions of the NIST AI Risk Management Framework 1.0 (NIST AI 100-1). */
export const GV1 = defineControl({
  id: 'GV-1',
  title: 'Delivery process mapped to Govern, Map, Measure, Manage',
  area: 'contract',
  risk: 'quality',
  nist: 'govern',
  subject: 'case',
  form: {
    mappingHash: { kind: 'hash', ask: 'SHA-256 of the mapping.' },
    mappingLink: { kind: 'url', ask: 'Where is the mapping kept?' },
    steps: {
      kind: 'list',
      min: 1,
      ask: 'The steps of the delivery process, each with the function it covers.',
      of: {
        function: { kind: 'choice', of: FUNCTIONS, ask: 'Which function of the framework does it cover?' },
        step: { kind: 'text', maxLength: 200, ask: 'Which step of the delivery process is it?' },
        responsible: { kind: 'person', ask: "Which of the vendor's people is responsible for it?" },
      },
    },
  },
  suppliedBy: ['vendor-contact'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('GV-1.not-supplied'));
    const { steps, mappingHash, mappingLink } = answers;
    const unserved = FUNCTIONS.filter((f) => !steps.some((s) => s.function === f));
    return conclude(
      scene,
      [
        ...unless(unserved.length === 0, say('GV-1.function-unserved', { functions: unserved })),
        ...steps
          .filter((s) => !isVendor(scene.state, s.responsible))
          .map((s) => say('GV-1.step-without-vendor', { step: s.step, responsible: s.responsible })),
      ],
      [{ restsOn: [`document:${mappingHash}`, `link:${mappingLink}`] }],
    );
  },
});
