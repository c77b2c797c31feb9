import { paperFields } from '../paperPart.js';

/** What is made or tuned in the work. */
export const MATERIALS = ['weights', 'prompts', 'embeddings'] as const;
const REUSES = ['training', 'fine-tuning', 'evaluation', 'templates-and-libraries', 'work-for-others'] as const;

const kept = (what: string) =>
  ({
    kind: 'choice',
    of: ['client-account', 'dedicated-account', 'separate-project', 'shared', 'none-in-this-work'],
    ask: `Where are this work's ${what} kept: in the client's account, in an account dedicated to this client, in a separate project of a shared account, or together with other clients' material?`,
  }) as const;

/** What is asked of where weights, prompts and embeddings are kept. */
export const ISOLATION_FORM = {
  ...paperFields('the agreement that forbids reuse'),
  clause: { kind: 'text', maxLength: 120, ask: 'In which clause does it forbid reuse?' },
  weights: kept('weights and checkpoints'),
  prompts: kept('prompts and system instructions'),
  embeddings: kept('embeddings and vector indexes'),
  reuse: {
    kind: 'choices',
    of: REUSES,
    ask: 'For what else does the vendor use any of them? Leave the list empty if for nothing.',
  },
  checkedBy: { kind: 'person', ask: "Which of the client's people checked the isolation?" },
  checkedOn: { kind: 'day', ask: 'When was it checked?' },
} as const;
