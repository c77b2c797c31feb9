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
    if (answers === undefined) return notSupplied(scene, 'The problem definition is not handed over yet.');
    const { documentHash, documentLink, contains, handedTo, handedOn, acknowledged } = answers;
    const refs = [
      ...(documentHash ? [`document:${documentHash}`] : []),
      ...(documentLink ? [`link:${documentLink}`] : []),
    ];
    const lacking = (['problem-definition', 'success-criteria'] as const).filter((c) => !contains.includes(c));
    return conclude(
      scene,
      [
        ...unless(refs.length > 0, 'Neither hash nor link of the document is given; give one of them.'),
        ...unless(lacking.length === 0, `The document lacks ${lacking.join(' and ')}; hand over both.`),
        ...unless(
          isVendor(scene.state, handedTo),
          "It was handed to nobody of the vendor's; hand it to one of the vendor's people.",
        ),
        ...unless(acknowledged, 'The vendor has not said that it arrived and is understood; get that answer.'),
      ],
      [{ restsOn: refs }, doneOn(scene, handedOn, 'The hand-over')],
    );
  },
});
