import { type Anchors, scoreFields } from './scoring.js';

/** What the scores of tooling fluency mean. */
export const anchors: Anchors = [
  'No engineer proposed works with coding agents.',
  'Some work with coding agents, but nothing of it was shown.',
  'At least half work with coding agents daily, and described how.',
  "All work with them daily, an exercise was watched, and agents' output is reviewed and tested before it merges.",
  "As 3, and the exercise was done in a repository set up like the client's.",
];

/** How fluency was shown, from the least to the most. */
export const SHOWN = ['nothing', 'described', 'exercise-watched', 'exercise-in-a-repository-like-ours'] as const;

/** What is asked of fluency with coding agents. */
export const FLUENCY_FORM = {
  asked: { kind: 'number', min: 1, integer: true, ask: 'How many of the engineers proposed were asked?' },
  daily: { kind: 'number', min: 0, integer: true, ask: 'How many of them work with coding agents every day?' },
  shown: { kind: 'choice', of: SHOWN, ask: 'How was this shown?' },
  reviewed: {
    kind: 'yes-no',
    ask: 'Is what agents write reviewed by a person and tested before it merges?',
  },
  tools: {
    kind: 'list',
    optional: true,
    ask: 'With which coding agents?',
    of: { tool: { kind: 'text', maxLength: 120, ask: 'Which tool and plan, as in IP-7?' } },
  },
  ...scoreFields(anchors),
} as const;
