import { z } from 'zod';
import { day, instant, names, personRef, resource } from './basics.js';
import { at, person, wayIn } from './parts.js';

export const explainQuery = z.strictObject({
  person: personRef,
  resource: resource.optional().describe('Default: every place of theirs.'),
  at: z.union([instant, day]).describe('An instant, or a day of the client’s zone: then its last moment.'),
});

const entry = z.object({
  seq: z.number().describe('Number in the ledger.'),
  at,
  by: person,
  role: z.string(),
  text: z.string(),
  why: z.string().optional(),
});

const observation = z.object({
  seq: z.number().describe('The entry that tells of it; of a look that found nothing new, the one that was still so.'),
  at,
  seen: z
    .enum(['present', 'invited', 'absent', 'unknown', 'others'])
    .describe('`others`: what is there is granted by other cases alone.'),
  permission: z.string().optional(),
  ways: z.array(wayIn).optional().describe('By which ways they came in all the same, where a closing read them back.'),
  changedAt: at
    .optional()
    .describe('When Drawbridge changed it, or somebody said that they had by hand; absent: it was only looked at.'),
});

/** What one grant was at an instant, as the record tells it. */
const explained = z.object({
  resource: z.string(),
  provider: z.string(),
  state: z
    .enum(['present', 'invited', 'absent', 'others', 'unseen', 'never-seen'])
    .describe(
      '`unseen`: it was one thing when it was looked at before, and another when it was looked at next, and nobody saw when it changed.',
    ),
  since: at.optional().describe('Since when it is known to be so.'),
  nobodyLooked: z
    .object({ from: at, until: at.optional().describe('Absent: nobody has looked since.') })
    .optional()
    .describe(
      'The time around the instant of which no look is on record. Of looks that found nothing new, only the last is kept.',
    ),
  before: observation.optional().describe('The last look up to the instant.'),
  after: observation.optional().describe('The first look after it.'),
  right: z
    .object({
      since: at,
      seq: z.number().describe('The entry that granted it, or confirmed it last.'),
      permission: z.string(),
      notAfter: at.optional(),
      restsOn: z.array(z.string()),
    })
    .optional()
    .describe('The grant of that instant; absent: none was in force.'),
  ended: z
    .object({ at, seq: z.number(), cause: z.string(), detail: z.string().optional() })
    .optional()
    .describe('Why there was none.'),
  grounds: z
    .array(z.object({ ref: z.string(), title: z.string(), entries: z.array(entry) }))
    .describe('What the grant rested on: papers with who signed, evidence, decisions, waivers, acceptance.'),
});

export const explanation = z.object({ person, at, zone: z.string(), places: z.array(explained) });
export type Explanation = z.infer<typeof explanation>;
export type Explained = z.infer<typeof explained>;
export type Ground = Explained['grounds'][number];
export type Observation = z.infer<typeof observation>;

/** The answer with the names of everybody in it. */
export const namedExplanation = explanation.extend({ names });
export type NamedExplanation = z.infer<typeof namedExplanation>;
