import { z } from 'zod';
import { DATA_CLASSES, ENGAGEMENT_MODELS, INDUSTRIES, OUTSOURCING_REASONS } from '../domain/case/intake.js';
import { CLIENT_ROLES } from '../domain/case/roles.js';
import type { Accounts } from '../domain/people/accounts.js';
import { country, day, email, engineer, holidays, name, person, resource, text, timeZone } from './caseFields.js';

/** The schema of a case file: what procurement knows when it opens a case. */
export const caseFileSchema = z.strictObject({
  title: name(120),
  startDate: day.describe('Day 1 of the plan'),
  vendor: z.strictObject({ name: name(120), country, timeZone, holidays, contact: person }),
  client: z.strictObject({
    name: name(120),
    country: country.optional().describe('Where it is established. Default: the country of its holidays'),
    timeZone,
    holidays,
    people: z.partialRecord(z.enum(CLIENT_ROLES), z.array(person).min(1).max(10)),
    industry: z.enum(INDUSTRIES).optional(),
    groupRevenueEur: z
      .int()
      .min(0)
      .max(10_000_000_000_000)
      .optional()
      .describe('Turnover of the whole group in the preceding year, whole euro'),
  }),
  outcome: z.strictObject({
    statement: text(1000),
    successCriteria: z.array(z.strictObject({ criterion: text(300), measure: text(300) })).max(20),
  }),
  data: z.strictObject({
    classes: z.array(z.enum(DATA_CLASSES)).min(1),
    euPersonalData: z.boolean(),
    roles: z
      .strictObject({ client: z.enum(['controller', 'processor']), vendor: z.enum(['processor', 'sub-processor']) })
      .optional(),
    thirdPartyAccess: z
      .enum(['none', 'controlled'])
      .optional()
      .describe('none: nobody outside may ever reach the most sensitive of the data'),
    residency: z
      .strictObject({ countries: z.array(country).min(1).max(60), requiredBy: z.enum(['regulation', 'policy']) })
      .optional()
      .describe('Countries in which the data may lie and from which they may be reached'),
  }),
  sourcing: z
    .strictObject({
      approach: z.enum(['outsource', 'hybrid']),
      aiIsCoreProduct: z.boolean().describe('AI is the core product and lasting advantage'),
      reasons: z.array(z.enum(OUTSOURCING_REASONS)).max(4),
      weeksToShip: z.strictObject({ vendor: z.int().min(0).max(520), inHouse: z.int().min(0).max(520) }).optional(),
      transfer: z
        .strictObject({ on: day, team: z.array(email).min(1).max(20) })
        .optional()
        .describe("Hybrid: the day, and the client's people by address, to whom the capability goes"),
    })
    .optional(),
  aiAct: z
    .strictObject({
      euMarket: z
        .boolean()
        .describe(
          'The EU AI Act applies by its Art. 2(1): the system is placed on the market, put into service or deployed in the EU, or its output is used there. Left out: not said, and AI-1 asks',
        ),
    })
    .optional(),
  capacity: z.strictObject({
    mlLeadership: z.enum(['strong', 'some', 'none']),
    managementTime: z.enum(['ample', 'limited', 'none']),
  }),
  need: z.strictObject({
    skillGap: z.enum(['one-clear-gap', 'several-gaps', 'no-gap']),
    urgency: z.enum(['weeks', 'quarter', 'none']),
    scope: z.enum(['bounded', 'open']),
    requirements: z.enum(['stable', 'moving']),
  }),
  model: z.enum(ENGAGEMENT_MODELS).describe('The engagement model wanted'),
  currentSoc2Required: z.boolean(),
  monthlyRateUsd: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('All-in rate per engineer and month, whole US dollars'),
  resources: z.array(resource).min(1).max(100).describe('All that the case gives access to'),
  engineers: z.array(engineer).max(50),
});

export type CaseFile = z.infer<typeof caseFileSchema>;
export type FilePerson = {
  name: string;
  email: string;
  accounts?: Accounts;
  timeZone?: string;
  handles?: string[];
};
