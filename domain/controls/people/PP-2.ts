import { say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { doneOn } from '../days.js';
import { isClient } from '../sides.js';

/** Who works is who was accepted: one of the client's people has seen it. What was shown is not kept, and the form has no place for it. */
export const PP2 = defineControl({
  id: 'PP-2',
  title: 'Identity of the person verified: method, checker, date',
  area: 'people',
  risk: 'data-exposure',
  nist: 'govern',
  subject: 'person',
  form: {
    method: {
      kind: 'choice',
      of: ['document-in-person', 'document-by-video', 'electronic-identity', 'copy-by-mail'],
      ask: 'How was it checked: a document shown in person, one shown live by video, an electronic identity, or a copy that was sent?',
    },
    matches: { kind: 'yes-no', ask: 'Is it the person on the roster?' },
    checker: { kind: 'person', ask: "Which of the client's people checked it?" },
    checkedOn: { kind: 'day', ask: 'On which day?' },
  },
  suppliedBy: ['engineering-manager', 'security', 'procurement', 'vendor-contact'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('PP-2.not-supplied'));
    const { method, matches, checker, checkedOn } = answers;
    return conclude(
      scene,
      [
        ...unless(method !== 'copy-by-mail', say('PP-2.copy-only')),
        ...unless(matches, say('PP-2.another-person')),
        ...unless(isClient(scene.state, checker), say('PP-2.checked-outside', { checker })),
      ],
      [doneOn(scene, checkedOn, say('PP-2.check'))],
    );
  },
});
