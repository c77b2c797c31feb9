import { say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { paperPart } from '../paperPart.js';
import { disagreementParts } from '../register/disagreements.js';
import { involvesModelsOrData } from './modelsOrData.js';
import { PROVENANCE_FORM, WARRANTED } from './provenanceForm.js';

/** Where training data and models come from is warranted, and the client is indemnified against others' claims. */
export const IP4 = defineControl({
  id: 'IP-4',
  title: 'Training-data and model provenance warranted, with indemnity against third-party IP claims',
  area: 'contract',
  risk: 'ip-leakage',
  nist: 'map',
  subject: 'case',
  form: PROVENANCE_FORM,
  suppliedBy: ['vendor-contact', 'procurement'],
  applies: involvesModelsOrData,
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('IP-4.not-supplied'));
    const { indemnity, indemnityExcludes } = answers;
    const unwarranted = WARRANTED.filter((w) => !answers.warranted.includes(w));
    return conclude(
      scene,
      [
        ...unless(unwarranted.length === 0, say('IP-4.not-warranted', { unwarranted })),
        ...unless(
          indemnity === 'third-party-ip-claims',
          say(indemnity === 'none' ? 'IP-4.no-indemnity' : 'IP-4.indemnity-limited'),
        ),
        ...unless(
          indemnity === 'none' || indemnityExcludes.length === 0,
          say('IP-4.indemnity-excludes', { excluded: indemnityExcludes }),
        ),
      ],
      [
        paperPart(scene, answers, { kind: ['master-agreement', 'annex'], signers: ['client', 'vendor'] }),
        ...disagreementParts(scene),
      ],
    );
  },
});
