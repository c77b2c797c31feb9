import { type Said, say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import type { FormOf } from '../form.js';
import { generalPurposeDuty, prohibitionDuties, supplierDuty, transparencyDuty } from './aiActDuties.js';
import { AI_ACT_FORM } from './aiActForm.js';

/** Roles and class of risk have to agree with the other answers, whatever the day. */
function classFaults(answers: FormOf<typeof AI_ACT_FORM>): Said[] {
  const { provider, underNameOf, riskClass, transparencyDuties } = answers;
  const named = transparencyDuties.length > 0;
  return [
    ...unless(provider === underNameOf, say('AI-1.provider', { provider, named: underNameOf })),
    ...unless(riskClass !== 'prohibited', say('AI-1.prohibited')),
    ...unless(riskClass !== 'transparency' || named, say('AI-1.no-transparency-duty')),
    ...unless(riskClass !== 'minimal' || !named, say('AI-1.minimal-with-duty', { duties: transparencyDuties })),
  ];
}

/** EU AI Act, Regulation (EU) 2024/1689 as amended by (EU) 2026/1744; the days from which its duties apply are policy numbers. */
export const AI1 = defineControl({
  id: 'AI-1',
  title: 'EU AI Act: roles, risk class, prohibited practices, supplier terms',
  area: 'data',
  risk: 'legal',
  nist: 'govern',
  subject: 'case',
  form: AI_ACT_FORM,
  numbers: [
    'prohibitionsFrom',
    'addedProhibitionsFrom',
    'generalPurposeFrom',
    'transparencyFrom',
    'annexIIIFrom',
    'annexIFrom',
    'termsAheadMonths',
  ],
  suppliedBy: ['legal', 'engineering-manager', 'procurement'],
  // Art. 2(1) asks for the place of the market, of the deployer and of the output; an answer that is left out is none of "not concerned".
  applies: ({ aiAct }) => {
    if (aiAct === undefined) return { applies: true, why: say('AI-1.not-said') };
    return aiAct.euMarket
      ? { applies: true, why: say('AI-1.eu-market') }
      : { applies: false, why: say('AI-1.no-eu-market') };
  },
  assess(answers, scene) {
    if (answers === undefined)
      return notSupplied(scene, say(scene.state.intake.aiAct === undefined ? 'AI-1.not-said' : 'AI-1.not-supplied'));
    const duties = [
      ...prohibitionDuties(scene, answers),
      transparencyDuty(scene, answers),
      generalPurposeDuty(scene, answers),
      supplierDuty(scene, answers),
    ];
    return conclude(
      scene,
      [...classFaults(answers), ...duties.flatMap((d) => d.wrong)],
      duties.flatMap((d) => d.parts),
    );
  },
});
