import { say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { paperFields, paperPart } from '../paperPart.js';
import { involvesModelsOrData } from './modelsOrData.js';

const WARRANTED = ['training-data', 'models', 'licences-allow-the-use'] as const;

/** Where training data and models come from is warranted, and the client is indemnified against others' claims. */
export const IP4 = defineControl({
  id: 'IP-4',
  title: 'Training-data and model provenance warranted, with indemnity against third-party IP claims',
  area: 'contract',
  risk: 'ip-leakage',
  nist: 'map',
  subject: 'case',
  form: {
    ...paperFields('the agreement or annex with the warranty'),
    warranted: {
      kind: 'choices',
      of: WARRANTED,
      ask: 'What does the vendor warrant: the origin of training data, the origin of models, that their licences allow the use?',
    },
    indemnity: {
      kind: 'choice',
      of: ['third-party-ip-claims', 'limited-to-final-judgments', 'none'],
      ask: 'What does the vendor indemnify the client against: all third-party IP claims, final judgments only, or nothing?',
    },
    indemnityExcludes: {
      kind: 'choices',
      of: ['training-data', 'models', 'outputs', 'open-source-parts'],
      ask: "Which of the vendor's contributions does the indemnity exclude? Leave the list empty if it excludes none.",
    },
  },
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
      [paperPart(scene, answers, { kind: ['master-agreement', 'annex'], signers: ['client', 'vendor'] })],
    );
  },
});
