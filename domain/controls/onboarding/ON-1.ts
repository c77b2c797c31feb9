import { say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { doneOn } from '../days.js';
import { isVendor } from '../sides.js';

/** Problem definition and success criteria are handed over, and the vendor says that they arrived. */
export const ON1 = defineControl({
  id: 'ON-1',
  title: 'Problem definition and success criteria are handed over',
  area: 'onboarding',
  risk: 'quality',
  nist: 'map',
  subject: 'case',
  form: {
    documentHash: { kind: 'hash', optional: true, ask: 'SHA-256 of the document handed over.' },
    documentLink: { kind: 'url', optional: true, ask: 'Or the link under which the vendor reads it.' },
    contains: {
      kind: 'choices',
      of: ['problem-definition', 'success-criteria'],
      ask: 'What does the document contain?',
    },
    handedTo: { kind: 'person', ask: "To which of the vendor's people was it handed over?" },
    handedOn: { kind: 'day', ask: 'On which day?' },
    acknowledged: { kind: 'yes-no', ask: 'Has that person said that it arrived and is understood?' },
  },
  suppliedBy: ['engineering-manager', 'vendor-contact', 'procurement'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('ON-1.not-supplied'));
    const { documentHash, documentLink, contains, handedTo, handedOn, acknowledged } = answers;
    const refs = [
      ...(documentHash ? [`document:${documentHash}`] : []),
      ...(documentLink ? [`link:${documentLink}`] : []),
    ];
    const lacking = (['problem-definition', 'success-criteria'] as const).filter((c) => !contains.includes(c));
    return conclude(
      scene,
      [
        ...unless(refs.length > 0, say('ON-1.no-document')),
        ...unless(lacking.length === 0, say('ON-1.incomplete', { lacking })),
        ...unless(isVendor(scene.state, handedTo), say('ON-1.recipient-not-vendor', { recipient: handedTo })),
        ...unless(acknowledged, say('ON-1.not-acknowledged', { recipient: handedTo })),
      ],
      [{ restsOn: refs }, doneOn(scene, handedOn, say('ON-1.hand-over'))],
    );
  },
});
