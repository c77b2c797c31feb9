import { paperFields } from '../paperPart.js';

/** What the assignment of rights covers of AI-assisted work. */
export const ASSIGNED = ['outputs', 'prompts', 'configurations'] as const;

/** What is asked of AI-assisted work. */
export const ASSISTED_WORK_FORM = {
  ...paperFields('the agreement or annex on AI-assisted work'),
  allowedTools: {
    kind: 'list',
    ask: 'The AI tools that it allows. Leave the list empty if it allows none.',
    of: { tool: { kind: 'text', maxLength: 120, ask: 'Which tool, and in which plan or edition?' } },
  },
  othersForbidden: { kind: 'yes-no', ask: 'Does it forbid every AI tool that it does not name?' },
  disclosure: {
    kind: 'choice',
    of: ['each-change', 'each-delivery', 'on-request', 'none'],
    ask: 'When does the vendor disclose the use of AI tools: with each change, with each delivery, on request, or not at all?',
  },
  authorshipRecorded: {
    kind: 'yes-no',
    ask: 'Does the record of each change say who wrote, chose or reworked it?',
  },
  assignmentCovers: { kind: 'choices', of: ASSIGNED, ask: 'Which of these does the assignment of rights cover?' },
} as const;
