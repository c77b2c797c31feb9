import { z } from 'zod';
import { caseParams, controlId, names, personRef } from '../basics.js';
import { at, CONTROL_STATUS, person } from '../parts.js';

/** Kinds of questions; a `record` and each entry of a `list` ask the questions of `fields`. */
export const FIELD_KINDS = [
  'text',
  'yes-no',
  'number',
  'choice',
  'choices',
  'day',
  'country',
  'url',
  'hash',
  'paper',
  'person',
  'record',
  'list',
] as const;

const leaf = z.object({
  name: z.string().describe('Under which the answer stands in the form.'),
  ask: z.string().describe('The question.'),
  kind: z.enum(FIELD_KINDS),
  optional: z.boolean(),
  of: z
    .array(z.object({ value: z.string(), text: z.string() }))
    .optional()
    .describe('What can be chosen, with its words.'),
  min: z.number().optional().describe('Least number, or fewest entries.'),
  max: z.number().optional(),
  integer: z.boolean().optional(),
  maxLength: z.number().optional().describe('Of a text, characters.'),
});
const inner = leaf.extend({ fields: z.array(leaf).optional() });
const middle = leaf.extend({ fields: z.array(inner).optional() });
const field = leaf.extend({ fields: z.array(middle).optional() });

const answers = z.record(z.string(), z.unknown()).describe('Answers by the name of their field.');
const given = z.object({ answers, by: person, at, seq: z.number().describe('Number of the entry.') });

/** One answer that need not be typed: the case knows it already. */
const known = z.object({
  field: z.string(),
  value: z.unknown(),
  from: z.string().describe('Where the case knows it from, in words.'),
});

/** The form of a control for one case, with everything that stands beside its questions. */
export const caseForm = z.object({
  caseId: z.string(),
  control: z.string(),
  title: z.string(),
  person: person.optional().describe('Whom it is about.'),
  status: z.enum(CONTROL_STATUS),
  why: z.string().describe('Why it applies.'),
  binds: z.string().describe('What it holds.'),
  missing: z.array(z.string()).describe('What is missing now, or why the answers were refused.'),
  due: at.optional(),
  policyNumbers: z.array(z.string()).describe('The thresholds of the policy, a phrase each.'),
  suppliedBy: z.array(z.string()).describe('Roles that may supply it.'),
  youMaySupply: z.boolean(),
  fields: z.array(field),
  known: z.array(known),
  current: given.optional().describe('The answers in force.'),
  waiting: given.optional().describe('New answers that wait to be decided.'),
  people: z
    .array(z.object({ id: person, name: z.string(), roles: z.array(z.string()) }))
    .describe('Whom answers can name; none where no question asks for somebody.'),
  papers: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        kind: z.string(),
        state: z.string(),
        textHash: z.string(),
        person: person.optional(),
      }),
    )
    .describe('Documents that answers can name; none where no question asks for one.'),
  alike: z.array(person).describe('Others for whom the same form is open.'),
  zone: z.string().describe('Time zone in which the texts give instants.'),
  names,
});

export const caseFormParams = caseParams.extend({ control: controlId });
export const caseFormQuery = z.strictObject({
  person: personRef.optional().describe('Whom it is about, for a control that is judged person by person.'),
});

export type CaseForm = z.infer<typeof caseForm>;
export type KnownAnswer = z.infer<typeof known>;
/** A question with however many levels below it. */
export type FormField = z.infer<typeof leaf> & { fields?: FormField[] };
