import { z } from 'zod';
import { PARTY_ROLES } from '../domain/controls/register/entry.js';
import { names } from './basics.js';
import { person } from './parts.js';

/** Where an entry comes from. */
const source = z.object({
  from: z.string().describe('A control, `case-file` or `roster`.'),
  answer: z.string().describe('The question of its form, the part of the case file, or the person.'),
});

const party = z.object({
  name: z.string(),
  alsoWritten: z.array(z.string()).describe('Other ways in which answers write the same name.'),
  countries: z.array(source.extend({ country: z.string() })).describe('Empty while nobody has told.'),
  roles: z.array(source.extend({ role: z.enum(PARTY_ROLES) })),
  employs: z.array(person).describe('People of the roster.'),
});

const tool = z.object({
  tool: z.string(),
  provider: z.string().optional(),
  terms: z
    .object({
      use: z.string(),
      accountOwner: z.string(),
      noTraining: z.boolean(),
      terms: z.string(),
      logs: z.string().describe('Who keeps logs of prompts and answers, or `not-kept`.'),
      logCountry: z.string().optional(),
      logDays: z.number().describe('Days for which logs are kept.'),
    })
    .optional()
    .describe('Left out while it is named and nobody has told on what terms it is used.'),
  sources: z.array(source),
});

const material = z.object({
  name: z.string(),
  kind: z.enum(['data-set', 'model']),
  origin: z.string().optional(),
  licence: z.string().optional(),
  form: z.string().optional(),
  personalData: z.boolean().optional(),
  sources: z.array(source),
});

const place = source.extend({
  country: z.string().describe('ISO 3166-1 alpha-2.'),
  because: z.string().describe('What brings the work or its data there, in words.'),
  personal: z.boolean().describe('Personal data of the case may be seen from there.'),
});

const disagreement = z.object({
  text: z.string().describe('Both answers, and what to change in which form.'),
  answers: z.array(source),
  holds: z.string().optional().describe('The control that is not met until they agree; left out: it is shown alone.'),
  person: person.optional().describe('It holds for this person alone.'),
});

/** Who and what is there, each with the answers that name it, and where answers do not agree. */
export const registered = z.object({
  answered: z.array(z.string()).describe('Controls whose answers were read.'),
  parties: z.array(party),
  tools: z.array(tool),
  materials: z.array(material).describe('Data sets and models.'),
  kept: z.array(source.extend({ material: z.string(), where: z.string() })),
  places: z.array(place),
  disagreements: z.array(disagreement),
  waiting: z
    .array(
      z.object({
        key: z.string().describe('Key of the control.'),
        disagreements: z.array(disagreement),
        heldBackBy: z
          .array(z.object({ control: z.string(), person: person.optional(), misses: z.array(z.string()) }))
          .describe(
            'Controls that would not be met with it, and what they would miss; empty once its gate decides on it.',
          ),
      }),
    )
    .describe(
      'All new evidence that waits beside what is in force: in what it would not agree, and what it waits for.',
    ),
});
export type Registered = z.infer<typeof registered>;

/** The register of a case. */
export const caseRegister = registered.extend({ caseId: z.string(), names });
export type CaseRegister = z.infer<typeof caseRegister>;
