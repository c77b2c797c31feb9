import { own } from '../../record.js';
import { say } from '../../say.js';
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
  // In staff augmentation the client owns architecture and quality control (EM-2).
  ownerIn: { 'staff-augmentation': 'engineering-manager' },
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
    if (answers === undefined) return notSupplied(scene, say('KT-1.not-supplied'));
    const { state } = scene;
    const { owner, decisions } = answers;
    const clientOwned = state.plan.model.chosen === 'staff-augmentation';
    const links = decisions.map((d) => d.link);
    const unknown = [...new Set(decisions.map((d) => d.author))].filter(
      (id) => own(state.people, id) === undefined && !takesPart(state, id),
    );
    return conclude(
      scene,
      [
        ...unless(takesPart(state, owner), say('KT-1.owner-not-in-case', { owner })),
        ...unless(!clientOwned || isClient(state, owner), say('KT-1.owner-not-client', { owner })),
        ...unless(new Set(links).size === links.length, say('KT-1.duplicate-record')),
        ...unless(unknown.length === 0, say('KT-1.author-unknown', { authors: unknown })),
      ],
      [{ restsOn: links.map((l) => `link:${l}`) }],
    );
  },
});
