import { say } from '../../say.js';
import { conclude, notSupplied, unless } from '../conclude.js';
import { defineControl } from '../control.js';
import { paperFields, paperPart } from '../paperPart.js';

const ASSIGNED = ['outputs', 'prompts', 'configurations'] as const;

/**
 * AI-assisted work: copyright needs a human author (US Copyright Office, "Copyright and Artificial Intelligence", part 2, 2025),
 * so who wrote what is recorded, and the assignment covers what tools put out and what they are driven by.
 */
export const IP7 = defineControl({
  id: 'IP-7',
  title: 'AI-assisted work: allowed tools, disclosure, human authorship recorded, outputs assigned',
  area: 'contract',
  risk: 'ip-leakage',
  nist: 'map',
  subject: 'case',
  form: {
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
  },
  suppliedBy: ['vendor-contact', 'procurement'],
  assess(answers, scene) {
    if (answers === undefined) return notSupplied(scene, say('IP-7.not-supplied'));
    const { othersForbidden, disclosure, authorshipRecorded, assignmentCovers } = answers;
    const unassigned = ASSIGNED.filter((a) => !assignmentCovers.includes(a));
    return conclude(
      scene,
      [
        ...unless(othersForbidden, say('IP-7.other-tools-allowed')),
        ...unless(
          disclosure === 'each-change' || disclosure === 'each-delivery',
          say(disclosure === 'none' ? 'IP-7.no-disclosure' : 'IP-7.disclosure-on-request'),
        ),
        ...unless(authorshipRecorded, say('IP-7.no-authorship')),
        ...unless(unassigned.length === 0, say('IP-7.not-assigned', { unassigned })),
      ],
      [paperPart(scene, answers, { kind: ['master-agreement', 'annex'], signers: ['client', 'vendor'] })],
    );
  },
});
