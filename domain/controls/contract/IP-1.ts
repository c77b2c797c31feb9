import { say } from '../../say.js';
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
      ask: 'Does it declare the work to be work made for hire, as far as the law allows?',
    },
    assignment: {
      kind: 'choice',
      of: ['hereby-assigns', 'agrees-to-assign', 'licence-only', 'none'],
      ask: 'How does the vendor transfer the rights: "hereby assigns" now, "agrees to assign" later, by licence, or not at all?',
    },
    effectiveOn: {
      kind: 'choice',
      of: ['creation', 'commit', 'delivery', 'acceptance', 'payment'],
      ask: 'When do the rights pass to the client?',
    },
    coversAllWork: {
      kind: 'yes-no',
      ask: 'Does it cover all IP rights in all results: code, models, weights, prompts, data and documents?',
    },
    retained: {
      kind: 'choices',
      of: ['fine-tuned-models', 'derived-data', 'source-code', 'know-how-in-results', 'other-rights'],
      ask: 'Which rights to the results does the vendor keep? Leave the list empty if it keeps none.',
    },
  },
  suppliedBy: ['vendor-contact', 'procurement'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('IP-1.not-supplied'));
    const { workMadeForHire, assignment, effectiveOn, coversAllWork, retained } = answers;
    return conclude(
      scene,
      [
        ...unless(workMadeForHire, say('IP-1.no-work-for-hire')),
        ...unless(assignment === 'hereby-assigns', say('IP-1.no-present-assignment', { assignment })),
        ...unless(effectiveOn === 'creation' || effectiveOn === 'commit', say('IP-1.passes-late', { effectiveOn })),
        ...unless(coversAllWork, say('IP-1.not-all-work')),
        ...unless(retained.length === 0, say('IP-1.rights-retained', { retained })),
      ],
      [paperPart(scene, answers, { kind: 'master-agreement', signers: ['client', 'vendor'] })],
    );
  },
});
