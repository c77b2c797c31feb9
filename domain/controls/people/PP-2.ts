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
      ask: 'How: a document shown in person, one shown live by video, an electronic identity, or a copy sent?',
    },
    matches: { kind: 'yes-no', ask: 'Is it the person whom the roster names?' },
    checker: { kind: 'person', ask: "Which of the client's people checked it?" },
    checkedOn: { kind: 'day', ask: 'On which day?' },
  },
  suppliedBy: ['engineering-manager', 'security', 'procurement', 'vendor-contact'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, 'The identity of this person is not verified yet.');
    const { method, matches, checker, checkedOn } = answers;
    return conclude(
      scene,
      [
        ...unless(
          method !== 'copy-by-mail',
          'A copy was sent; anybody can send one. The document has to be shown live, or an electronic identity used.',
        ),
        ...unless(
          matches,
          'The identity shown is not that of the person on the roster; correct the roster or check again.',
        ),
        ...unless(
          isClient(scene.state, checker),
          "The identity was checked by nobody of the client's; one of the client's people has to do it.",
        ),
      ],
      [doneOn(scene, checkedOn, 'The check of identity')],
    );
  },
});
