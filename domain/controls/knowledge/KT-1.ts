import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { isClient, takesPart } from '../sides.js';

/** Architecture decisions are documented; in staff augmentation the client owns them (EM-2). */
export const KT1 = defineControl({
  id: 'KT-1',
  title: 'Architecture decisions are documented',
  area: 'knowledge',
  risk: 'continuity',
  nist: 'govern',
  subject: 'case',
  form: {
    owner: { kind: 'person', ask: 'Who owns the architecture and its decisions?' },
    decisions: {
      kind: 'list',
      min: 1,
      ask: 'The decisions taken so far.',
      of: {
        title: { kind: 'text', maxLength: 200, ask: 'What was decided?' },
        link: { kind: 'url', ask: 'Where is the record: context, decision, consequences?' },
        author: { kind: 'person', ask: 'Who wrote the record?' },
      },
    },
  },
  suppliedBy: ['vendor-contact', 'engineering-manager'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, 'The architecture decisions are not documented yet.');
    const { state } = scene;
    const { owner, decisions } = answers;
    const clientOwned = state.plan.model.chosen === 'staff-augmentation';
    const links = decisions.map((d) => d.link);
    const strangers = [...new Set(decisions.map((d) => d.author))].filter(
      (id) => state.people[id] === undefined && !takesPart(state, id),
    );
    return conclude(
      scene,
      [
        ...unless(takesPart(state, owner), 'The owner takes no part in this case; name somebody who does.'),
        ...unless(
          !clientOwned || isClient(state, owner),
          "In staff augmentation the client owns the architecture; name one of the client's people as owner.",
        ),
        ...unless(new Set(links).size === links.length, 'Two decisions have the same record; give each its own link.'),
        ...unless(strangers.length === 0, `${strangers.join(', ')} is nobody in this case; name who wrote the record.`),
      ],
      [{ restsOn: links.map((l) => `link:${l}`) }],
    );
  },
});
