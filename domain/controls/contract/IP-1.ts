import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { paperFields, paperPart } from '../paperPart.js';

/** Work made for hire (17 U.S.C. 101) and a present assignment of all rights; neither is enough without the other. */
export const IP1 = defineControl({
  id: 'IP-1',
  title: 'Work made for hire and a present assignment of all IP rights',
  area: 'contract',
  risk: 'ip-leakage',
  nist: 'govern',
  subject: 'case',
  form: {
    ...paperFields('the agreement that assigns the IP'),
    workMadeForHire: {
      kind: 'yes-no',
      ask: 'Does it say that the work is work made for hire, so far as the law allows?',
    },
    assignment: {
      kind: 'choice',
      of: ['hereby-assigns', 'agrees-to-assign', 'licence-only', 'none'],
      ask: 'How does the vendor part with the rights: "hereby assigns" now, "agrees to assign" later, by licence, or not at all?',
    },
    effectiveOn: {
      kind: 'choice',
      of: ['creation', 'commit', 'delivery', 'acceptance', 'payment'],
      ask: 'At which event do the rights pass to the client?',
    },
    coversAllWork: {
      kind: 'yes-no',
      ask: 'Does it cover all IP rights in all results: code, models, weights, prompts, data and documents?',
    },
    retained: {
      kind: 'choices',
      of: ['fine-tuned-models', 'derived-data', 'source-code', 'know-how-in-results', 'other-rights'],
      ask: 'What of the results does the vendor keep a right to? Leave the list empty when it keeps nothing.',
    },
  },
  suppliedBy: ['vendor-contact', 'procurement'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, 'The IP terms of the agreement are not supplied yet.');
    const { workMadeForHire, assignment, effectiveOn, coversAllWork, retained } = answers;
    return conclude(
      scene,
      [
        ...unless(
          workMadeForHire,
          'The agreement has no work-made-for-hire clause; it needs one beside the assignment.',
        ),
        ...unless(
          assignment === 'hereby-assigns',
          `The agreement does not assign the rights now (${assignment}); it has to say "hereby assigns".`,
        ),
        ...unless(
          effectiveOn === 'creation' || effectiveOn === 'commit',
          `The rights pass on ${effectiveOn}; they have to pass on creation or commit.`,
        ),
        ...unless(
          coversAllWork,
          'The assignment leaves out some of the results; it has to cover all rights in all of them.',
        ),
        ...unless(retained.length === 0, `The vendor keeps rights in ${retained.join(', ')}; it has to keep nothing.`),
      ],
      [paperPart(scene, answers, { kind: 'master-agreement', signers: ['client', 'vendor'] })],
    );
  },
});
