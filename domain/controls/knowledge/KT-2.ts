import { say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { takesPart } from '../sides.js';

const PROCEDURES = ['deploy', 'roll-back', 'incident', 'monitor', 'retrain-or-re-index'] as const;
const NEEDED: readonly (typeof PROCEDURES)[number][] = ['deploy', 'roll-back', 'incident'];

/** Runbooks, each with an owner, and tried by somebody who did not write it. */
export const KT2 = defineControl({
  id: 'KT-2',
  title: 'Runbooks',
  area: 'knowledge',
  risk: 'continuity',
  nist: 'manage',
  subject: 'case',
  form: {
    runbooks: {
      kind: 'list',
      min: 1,
      ask: 'The runbooks written so far.',
      of: {
        procedure: { kind: 'choice', of: PROCEDURES, ask: 'What does it lead through?' },
        link: { kind: 'url', ask: 'Where is it?' },
        owner: { kind: 'person', ask: 'Who keeps it up to date?' },
        triedBy: { kind: 'person', ask: 'Who followed it without its owner, and got through?' },
      },
    },
  },
  suppliedBy: ['vendor-contact', 'engineering-manager'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('KT-2.not-supplied'));
    const { runbooks } = answers;
    const lacking = NEEDED.filter((p) => !runbooks.some((r) => r.procedure === p));
    return conclude(
      scene,
      [
        ...unless(lacking.length === 0, say('KT-2.runbook-missing', { procedures: lacking })),
        ...runbooks.flatMap((r) => [
          ...unless(
            takesPart(scene.state, r.owner),
            say('KT-2.owner-not-in-case', { procedure: r.procedure, owner: r.owner }),
          ),
          ...unless(r.owner !== r.triedBy, say('KT-2.tried-by-owner', { procedure: r.procedure })),
        ]),
      ],
      [{ restsOn: runbooks.map((r) => `link:${r.link}`) }],
    );
  },
});
