import { type Said, say } from '../../say.js';
import { conclude, notSupplied, numberOf, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import { isClient, isVendor } from '../sides.js';

/** The side that the reviewer has to be on: the client's where it manages the engineers itself, else either; a partner's reviewer is its lead. */
function sideFault({ state }: Scene, reviewer: string): Said[] {
  if (isClient(state, reviewer)) return [];
  const model = state.plan.model.chosen;
  if (model === 'staff-augmentation') return [say('KP-5.reviewer-not-client', { reviewer })];
  const lead = state.evidence['EM-2']?.form.managedTeam;
  const named = typeof lead === 'object' && lead !== null && !Array.isArray(lead) ? lead.lead : undefined;
  if (model === 'managed-team' && named !== undefined)
    return unless(named === reviewer, say('KP-5.reviewer-not-lead', { reviewer }));
  return unless(isVendor(state, reviewer), say('KP-5.reviewer-not-in-case', { reviewer }));
}

/** A senior ML reviewer of outputs is named. */
export const KP5 = defineControl({
  id: 'KP-5',
  title: 'A senior ML reviewer of outputs is named',
  area: 'kpi',
  risk: 'quality',
  nist: 'measure',
  subject: 'case',
  form: {
    reviewer: {
      kind: 'person',
      ask: "Who reviews the outputs: the client's senior ML engineer, or the partner's lead?",
    },
    productionYears: {
      kind: 'number',
      min: 0,
      max: 60,
      ask: 'For how many years has this person had ML systems in production?',
    },
    reviews: {
      kind: 'choices',
      of: ['model-outputs', 'evaluations', 'code'],
      ask: 'What does this person review?',
    },
  },
  numbers: ['seniorYears'],
  suppliedBy: ['engineering-manager', 'vendor-contact'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('KP-5.not-supplied'));
    const senior = numberOf(scene, 'seniorYears');
    return conclude(scene, [
      ...sideFault(scene, answers.reviewer),
      ...unless(
        answers.productionYears >= senior,
        say('KP-5.too-junior', { years: answers.productionYears, minimum: senior }),
      ),
      ...unless(answers.reviews.includes('model-outputs'), say('KP-5.outputs-not-reviewed')),
    ]);
  },
});
