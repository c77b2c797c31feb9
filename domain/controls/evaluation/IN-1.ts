import { own } from '../../record.js';
import { type Said, say } from '../../say.js';
import { conclude, notSupplied, numberOf, type Part, unless } from '../conclude.js';
import { defineControl, type Scene } from '../control.js';
import type { FormOf } from '../form.js';
import { paperFields, paperPart } from '../paperPart.js';

const cover = (what: string) =>
  ({
    ...paperFields(`the certificate of ${what}`),
    amountUsd: {
      kind: 'number',
      min: 0,
      integer: true,
      ask: 'Up to which amount is each claim covered, in US dollars?',
    },
    vendorInsured: { kind: 'yes-no', ask: 'Is the vendor insured for work like this?' },
  }) as const;

const FORM = {
  professional: {
    kind: 'record',
    ask: 'Professional liability (errors and omissions).',
    of: cover('professional liability'),
  },
  cyber: { kind: 'record', ask: 'Cyber liability.', of: cover('cyber liability') },
} as const;
type Cover = FormOf<typeof FORM>['cyber'];

const coverFaults = (
  cover: 'professional-liability' | 'cyber-liability',
  { amountUsd, vendorInsured }: Cover,
  minimumUsd: number,
): Said[] => [
  ...unless(vendorInsured, say('IN-1.vendor-not-insured', { cover })),
  ...unless(amountUsd >= minimumUsd, say('IN-1.amount-too-low', { cover, amountUsd, minimumUsd })),
];

/** A certificate counts as long as the cover runs, so it has to say how long that is. */
function certificatePart(scene: Scene, cite: Cover): Part {
  const paper = own(scene.state.papers, cite.paper);
  const part = paperPart(scene, cite, { kind: 'insurance-certificate', signers: [] });
  if (part.missing !== undefined || paper === undefined || paper.until !== undefined) return part;
  return { restsOn: [], missing: { what: say('IN-1.no-end', { paper: paper.id }), turn: scene.planned.owner } };
}

/** The vendor is insured for what its work and its systems may cost the client, and stays so. */
export const IN1 = defineControl({
  id: 'IN-1',
  title: 'Insurance: professional liability and cyber, with amounts and validity',
  area: 'evaluation',
  risk: 'cost',
  nist: 'manage',
  subject: 'case',
  form: FORM,
  numbers: ['minimumProfessionalUsd', 'minimumCyberUsd'],
  suppliedBy: ['vendor-contact', 'procurement'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('IN-1.not-supplied'));
    const { professional, cyber } = answers;
    return conclude(
      scene,
      [
        ...coverFaults('professional-liability', professional, numberOf(scene, 'minimumProfessionalUsd')),
        ...coverFaults('cyber-liability', cyber, numberOf(scene, 'minimumCyberUsd')),
      ],
      [certificatePart(scene, professional), certificatePart(scene, cyber)],
    );
  },
});
