import { say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { paperFields, paperPart } from '../paperPart.js';

const HANDLED = ['data', 'prompts', 'fine-tuned-weights', 'code'] as const;

/** Confidentiality: each side bound, and rules for how the client's material is handled. */
export const IP3 = defineControl({
  id: 'IP-3',
  title: 'Mutual NDA with handling rules for data, prompts, fine-tuned weights and code',
  area: 'contract',
  risk: 'ip-leakage',
  nist: 'govern',
  subject: 'case',
  form: {
    ...paperFields('the non-disclosure agreement'),
    mutual: { kind: 'yes-no', ask: 'Does it bind both sides to confidentiality?' },
    handlingRules: {
      kind: 'choices',
      of: HANDLED,
      ask: "For which of the client's material does it, or an annex, set handling rules?",
    },
  },
  suppliedBy: ['vendor-contact', 'procurement'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('IP-3.not-supplied'));
    const unruled = HANDLED.filter((h) => !answers.handlingRules.includes(h));
    return conclude(
      scene,
      [
        ...unless(answers.mutual, say('IP-3.one-sided')),
        ...unless(unruled.length === 0, say('IP-3.no-handling-rules', { material: unruled })),
      ],
      [paperPart(scene, answers, { kind: 'nda', signers: ['client', 'vendor'] })],
    );
  },
});
