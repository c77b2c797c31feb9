import { z } from 'zod';
import { approvalId, caseParams, names } from '../basics.js';
import { approval, at, CONTROL_STATUS, person } from '../parts.js';

const change = z.object({ question: z.string(), before: z.string().optional(), after: z.string().optional() });

/** One control that a decision is about, with what was answered beside what the policy asks. */
const decidedControl = z.object({
  key: z.string().describe('Control id, with `:person` where it is judged person by person.'),
  id: z.string(),
  title: z.string(),
  person: person.optional(),
  status: z.enum(CONTROL_STATUS),
  summary: z.string().describe('The answers in a few words, or what is missing.'),
  answers: z.array(
    z.object({
      question: z.string(),
      answer: z.string(),
      policy: z.string().optional().describe('What the policy asks of this answer.'),
    }),
  ),
  policy: z.array(z.string()).describe('Thresholds of the policy that stand beside no single answer.'),
  by: person.optional().describe('Who gave the answers.'),
  at: at.optional(),
  seconded: z.array(person).optional().describe('Others who have supplied the same since.'),
  changed: z.boolean().optional().describe('Other answers than what stands, or newer than your last look.'),
  changes: z.array(change).optional(),
  documents: z.array(
    z.object({
      paper: z.string(),
      title: z.string(),
      sha256: z.string(),
      state: z.string(),
      fileName: z.string().optional(),
      mediaType: z.string().optional(),
    }),
  ),
  files: z
    .array(z.object({ title: z.string(), sha256: z.string() }))
    .describe('Files that answers name by their hash.'),
  missing: z.array(z.string()),
});

/** Questions with which a decision came back before, and what was answered. */
const earlierQuestions = z.object({
  question: z.string(),
  askedBy: person,
  askedAt: at,
  answer: z.string(),
  answeredBy: person,
  answeredAt: at,
});

/** Everything that a decision takes, for one reader. */
export const decisionPage = approval
  .pick({
    contentHash: true,
    kind: true,
    subject: true,
    status: true,
    due: true,
    askedAt: true,
    requesters: true,
    deciders: true,
    rule: true,
    votes: true,
    escalatedTo: true,
    questions: true,
    request: true,
    rejections: true,
    disagreements: true,
    proposal: true,
    access: true,
    decider: true,
    youMayDecide: true,
    whyNot: true,
  })
  .extend({
    caseId: z.string(),
    caseTitle: z.string(),
    vendor: z.string(),
    approval: z.string(),
    title: z.string(),
    question: z.string().describe('What is decided, as one plain question.'),
    role: z.string().optional().describe('The role in which you decide.'),
    others: z.array(z.string()).describe('Names of others who can decide it now.'),
    flags: z.array(z.string()).describe('Red flags that are not cleared.'),
    price: z.string().optional().describe('What the engagement costs, where that is decided on.'),
    outlook: z.array(z.string()).describe('Of access: what it gives, and what is still missing for it to open.'),
    controls: z.array(decidedControl),
    earlier: z
      .array(earlierQuestions)
      .optional()
      .describe('For the client’s people: questions that were answered, the oldest first.'),
    candidates: z
      .array(z.object({ id: person, name: z.string() }))
      .optional()
      .describe('To whom you could delegate it.'),
    lastLookedAt: at.optional().describe('When you looked at it before, or decided it.'),
    zone: z.string().describe('Time zone in which the texts give instants.'),
    names,
  });

export const decisionParams = caseParams.extend({ approvalId });

export type DecisionPage = z.infer<typeof decisionPage>;
export type EarlierQuestions = z.infer<typeof earlierQuestions>;
export type DecidedControl = DecisionPage['controls'][number];
