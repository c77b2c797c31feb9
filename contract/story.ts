import { z } from 'zod';
import { controlId, day, entryNumber, instant, names, personRef, resource, timeZone } from './basics.js';
import { at, person } from './parts.js';

/** How a fact reads at a glance: good or bad news, something that waits, or a mere note. */
export const MARKS = ['good', 'bad', 'wait', 'note'] as const;

/** What a fact is about, coarse enough to filter by. */
export const FACT_KINDS = [
  'case',
  'plan',
  'control',
  'flag',
  'document',
  'person',
  'decision',
  'refusal',
  'access',
  'replacement',
  'task',
  'letter',
  'meeting',
  'kpi',
  'milestone',
  'dispute',
  'incident',
] as const;

/** What a fact speaks of, by id; what it does not speak of is left out. */
const about = z.object({
  people: z.array(person).optional(),
  control: z.string().optional(),
  resources: z.array(z.string()).optional(),
  stage: z.string().optional(),
  approval: z.string().optional(),
  document: z.string().optional(),
  task: z.string().optional(),
  incident: z.string().optional(),
  replacement: z.string().optional(),
  kpi: z.string().optional(),
  milestone: z.string().optional(),
  dispute: z.string().optional(),
});

/** A fact in words. Persons are `{person:p-…}`; their names are in `names`. */
const narration = z.object({
  kind: z.enum(FACT_KINDS),
  mark: z.enum(MARKS),
  text: z.string().describe('What happened, in one line.'),
  why: z.string().optional().describe('The reason given by a person or a rule.'),
  code: z.string().optional().describe('Of a refusal or failure: its code.'),
  about,
});

/** One fact of the ledger in words. */
export const storyEntry = narration.extend({
  seq: z.number().describe('Number of the entry in the ledger.'),
  at: at.describe('Time of the case.'),
  by: person.describe('Person id, or `system`.'),
  role: z.string(),
  fact: z.string().describe('Type of the fact in the ledger.'),
  hash: z.string().describe('Hash of the entry.'),
});

/** A page of the story of a case, oldest first. */
export const story = z.object({
  entries: z.array(storyEntry),
  nextAfterSeq: z
    .number()
    .optional()
    .describe(
      'Ask again with this `afterSeq`. A page may hold fewer entries than `limit`, even none, and have a next.',
    ),
  zone: z.string().describe('Time zone in which the texts give instants.'),
  names,
});

export const storyQuery = z.strictObject({
  afterSeq: entryNumber.default(0).describe('Only entries after this number.'),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  person: personRef.optional().describe('Only facts by or about this person: id, or e-mail address.'),
  control: controlId.optional().describe('Only facts about this control.'),
  resource: resource.optional().describe('Only facts about this repository, data set or model.'),
  kind: z.enum(FACT_KINDS).optional().describe('Only facts of this kind.'),
  from: z.union([day, instant]).optional().describe('Only facts from this instant, or this day of the client, on.'),
  to: z.union([day, instant]).optional().describe('Only facts before this instant, or up to this day, included.'),
  zone: timeZone.optional().describe('IANA time zone for the texts. Default: the client’s.'),
});

export type About = z.infer<typeof about>;
export type Narration = z.infer<typeof narration>;
export type StoryEntry = z.infer<typeof storyEntry>;
export type Story = z.infer<typeof story>;
export type StoryQuery = z.infer<typeof storyQuery>;
