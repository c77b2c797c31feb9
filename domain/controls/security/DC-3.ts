import { resourcesOf } from '../../access/resources.js';
import type { Intake } from '../../case/intake.js';
import { type Said, say } from '../../say.js';
import { checkerFaults } from '../checked.js';
import { conclude, listOf, notSupplied, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { doneOn } from '../days.js';
import type { FormOf } from '../form.js';
import { paperPart } from '../paperPart.js';
import { disagreementParts } from '../register/disagreements.js';
import { ISOLATION_FORM, MATERIALS } from './isolationForm.js';

const givesModels = (intake: Intake): boolean =>
  intake.data.classes.includes('model-weights') || resourcesOf(intake).some((r) => r.kind === 'model');

function isolationFaults(scene: Scene, answers: FormOf<typeof ISOLATION_FORM>): Said[] {
  const accepted = listOf(scene, 'acceptedIsolation');
  const loose = MATERIALS.filter((m) => answers[m] !== 'none-in-this-work' && !accepted.includes(answers[m]));
  return [
    ...unless(answers.weights !== 'none-in-this-work', say('DC-3.no-weights')),
    ...loose.map((m) => say('DC-3.not-apart', { material: m, kept: answers[m], accepted })),
  ];
}

/** Isolation: what is made or tuned for this client stays apart from other clients and is used for nothing else. */
export const DC3 = defineControl({
  id: 'DC-3',
  title: 'Isolation: weights, prompts and embeddings are kept apart and never reused',
  area: 'security',
  risk: 'ip-leakage',
  nist: 'manage',
  subject: 'case',
  form: ISOLATION_FORM,
  lists: ['acceptedIsolation'],
  suppliedBy: ['vendor-contact', 'engineering-manager'],
  applies: (intake) =>
    givesModels(intake) ? { applies: true, why: say('DC-3.models') } : { applies: false, why: say('DC-3.no-models') },
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('DC-3.not-supplied'));
    const { reuse, checkedBy, checkedOn } = answers;
    return conclude(
      scene,
      [
        ...isolationFaults(scene, answers),
        ...unless(reuse.length === 0, say('DC-3.reuse', { uses: reuse })),
        ...checkerFaults(scene, checkedBy, say('DC-3.isolation')),
      ],
      [
        paperPart(scene, answers, { kind: ['master-agreement', 'annex', 'nda'], signers: ['client', 'vendor'] }),
        doneOn(scene, checkedOn, say('DC-3.check')),
        ...disagreementParts(scene),
      ],
    );
  },
});
