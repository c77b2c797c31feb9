import { say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { paperPart } from '../paperPart.js';
import { disagreementParts } from '../register/disagreements.js';
import { ASSIGNED, ASSISTED_WORK_FORM } from './assistedWorkForm.js';

/**
 * AI-assisted work: copyright needs a human author (US Copyright Office, "Copyright and Artificial Intelligence", part 2, 2025),
 * so who wrote what is recorded, and the assignment covers what tools put out and what they are driven by.
 */
export const IP7 = defineControl({
  id: 'IP-7',
  title: 'AI-assisted work: allowed tools, disclosure, human authorship recorded, outputs assigned',
  area: 'contract',
  risk: 'ip-leakage',
  nist: 'map',
  subject: 'case',
  form: ASSISTED_WORK_FORM,
  suppliedBy: ['vendor-contact', 'procurement'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('IP-7.not-supplied'));
    const { othersForbidden, disclosure, authorshipRecorded, assignmentCovers } = answers;
    const unassigned = ASSIGNED.filter((a) => !assignmentCovers.includes(a));
    return conclude(
      scene,
      [
        ...unless(othersForbidden, say('IP-7.other-tools-allowed')),
        ...unless(
          disclosure === 'each-change' || disclosure === 'each-delivery',
          say(disclosure === 'none' ? 'IP-7.no-disclosure' : 'IP-7.disclosure-on-request'),
        ),
        ...unless(authorshipRecorded, say('IP-7.no-authorship')),
        ...unless(unassigned.length === 0, say('IP-7.not-assigned', { unassigned })),
      ],
      [
        paperPart(scene, answers, { kind: ['master-agreement', 'annex'], signers: ['client', 'vendor'] }),
        ...disagreementParts(scene),
      ],
    );
  },
});
