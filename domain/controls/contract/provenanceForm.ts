import { paperFields } from '../paperPart.js';

/** What the vendor warrants of training data and models. */
export const WARRANTED = ['training-data', 'models', 'licences-allow-the-use'] as const;

/** What is asked of where training data and models come from. */
export const PROVENANCE_FORM = {
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
  uses: {
    kind: 'list',
    optional: true,
    ask: 'Each data set and model that the work uses or builds on: where it comes from, and under which licence.',
    of: {
      name: {
        kind: 'text',
        maxLength: 140,
        ask: 'Which data set or model? For one of the case, its id, such as model:claims; for a hosted model, its name as in DC-5.',
      },
      kind: { kind: 'choice', of: ['data-set', 'model'], ask: 'Is it a data set or a model?' },
      origin: {
        kind: 'choice',
        of: ['client', 'vendor', 'public', 'licensed', 'hosted-by-a-provider'],
        ask: 'Where does it come from: the client, the vendor, a public source, a licence, or a model that a provider hosts?',
      },
      licence: {
        kind: 'text',
        maxLength: 200,
        ask: 'Under which licence or terms is it used, for example Apache-2.0?',
      },
    },
  },
} as const;
