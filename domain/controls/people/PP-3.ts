import { say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { doneOn } from '../days.js';
import { isClient, isContact } from '../sides.js';

const TOLD = ['what-is-kept', 'how-long', 'who-reads-it'] as const;

/** The person is told what is kept about them, before they start: Art. 13 and 14 GDPR ask for it, and fairness does everywhere. */
export const PP3 = defineControl({
  id: 'PP-3',
  title: 'The person is told what is kept about them, how long, and who reads it',
  area: 'people',
  risk: 'legal',
  nist: 'govern',
  subject: 'person',
  form: {
    noticeHash: { kind: 'hash', ask: 'SHA-256 of the notice that the person was given.' },
    covers: { kind: 'choices', of: TOLD, ask: 'What does the notice say?' },
    toldBy: { kind: 'person', ask: "Who gave it: one of the client's people, or the vendor's contact?" },
    toldOn: { kind: 'day', ask: 'On which day?' },
    acknowledged: { kind: 'yes-no', ask: 'Has the person confirmed that they read it?' },
  },
  suppliedBy: ['vendor-contact', 'privacy', 'procurement'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('PP-3.not-supplied'));
    const { state } = scene;
    const { noticeHash, covers, toldBy, toldOn, acknowledged } = answers;
    const untold = TOLD.filter((t) => !covers.includes(t));
    const mayTell = isClient(state, toldBy) || isContact(state, toldBy);
    return conclude(
      scene,
      [
        ...unless(untold.length === 0, say('PP-3.notice-incomplete', { untold })),
        ...unless(mayTell, say('PP-3.told-by-outsider', { by: toldBy })),
        ...unless(acknowledged, say('PP-3.not-acknowledged')),
      ],
      [doneOn(scene, toldOn, say('PP-3.notice')), { restsOn: [`document:${noticeHash}`] }],
    );
  },
});
