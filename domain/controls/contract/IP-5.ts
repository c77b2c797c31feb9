import { say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { paperFields, paperPart } from '../paperPart.js';
import { involvesModelsOrData } from './modelsOrData.js';

const DERIVED = ['fine-tuned-weights', 'embeddings', 'derived-data-sets'] as const;

/** What is made from the client's data is the client's; the vendor keeps no copy and no right, training included. */
export const IP5 = defineControl({
  id: 'IP-5',
  title: 'Fine-tuned weights, embeddings and derived data sets belong to the client',
  area: 'contract',
  risk: 'ip-leakage',
  nist: 'govern',
  subject: 'case',
  form: {
    ...paperFields('the agreement or annex with these terms'),
    belongToClient: { kind: 'choices', of: DERIVED, ask: 'Which of these does it say belong to the client?' },
    vendorKeeps: {
      kind: 'choices',
      of: ['copies', 'licence', 'use-for-others', 'learned-improvements'],
      ask: 'What does the vendor keep of them? Leave the list empty if it keeps nothing.',
    },
    trainingForbidden: {
      kind: 'yes-no',
      ask: "Does it forbid the vendor and its subcontractors to train models on the client's material for anything but this work?",
    },
  },
  suppliedBy: ['vendor-contact', 'procurement'],
  applies: involvesModelsOrData,
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('IP-5.not-supplied'));
    const { belongToClient, vendorKeeps, trainingForbidden } = answers;
    const left = DERIVED.filter((d) => !belongToClient.includes(d));
    return conclude(
      scene,
      [
        ...unless(left.length === 0, say('IP-5.not-owned', { left })),
        ...unless(vendorKeeps.length === 0, say('IP-5.vendor-keeps', { kept: vendorKeeps })),
        ...unless(trainingForbidden, say('IP-5.training-allowed')),
      ],
      [paperPart(scene, answers, { kind: ['master-agreement', 'annex'], signers: ['client', 'vendor'] })],
    );
  },
});
