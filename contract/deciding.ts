import { z } from 'zod';
import { DATA_CLASSES, ENGAGEMENT_MODELS, OUTSOURCING_REASONS } from '../domain/case/intake.js';
import { RATE_SOURCES } from '../domain/controls/engagement/priceIds.js';
import { WAYS } from '../domain/controls/suitability/wayIds.js';
import { names } from './basics.js';
import { at, person } from './parts.js';
import { vendorStanding } from './standing.js';

const model = z.enum(ENGAGEMENT_MODELS);
const range = z.object({ lowUsd: z.number(), highUsd: z.number() }).describe('Whole US dollars.');

const head = {
  caseId: z.string(),
  title: z.string(),
  vendor: z.string(),
  client: z.string(),
  asOf: at,
  timeZone: z.string().describe('Of the client; the page gives instants in it.'),
};

/** The engagement models side by side, with the one recommended for a case (EM-1). */
export const modelsPage = z.object({
  ...head,
  recommended: model,
  chosen: model,
  wanted: model,
  reasons: z.array(z.string()).describe('Why that one is recommended; one sentence each, warnings last.'),
  overrideReason: z.string().optional().describe('Why another one is chosen (EM-1).'),
  models: z.array(z.object({ id: model, label: z.string() })),
  dimensions: z.array(
    z.object({ id: z.string(), label: z.string(), facts: z.record(model, z.string()).describe('By model.') }),
  ),
});
export type ModelsPage = z.infer<typeof modelsPage>;

const figure = z.object({ name: z.string(), value: z.number(), source: z.string() });
const money = z.object({ monthly: range, yearly: range });

/** What an engagement costs beside the same engineers in-house. */
export const costSheet = z.object({
  engineers: z.number().describe("The vendor's engineers on the roster."),
  rate: z.object({ monthlyUsd: z.number(), from: z.enum(RATE_SOURCES) }).optional(),
  managementMonthlyUsd: z.number().optional().describe("The client's own management, a month for each engineer."),
  vendorMonthlyUsd: z.number().optional().describe('Rate and management together.'),
  inHouse: z
    .object({
      from: z.enum(['entered', 'policy']),
      parts: z.array(
        z.object({
          part: z.enum(['baseUsd', 'equityUsd', 'recruiterUsd', 'benefitsUsd', 'employerTaxUsd']),
          yearlyUsd: z.number(),
        }),
      ),
      monthly: range,
      yearly: range,
    })
    .optional(),
  saving: z
    .object({ engineer: money, team: money, percent: z.object({ low: z.number(), high: z.number() }) })
    .optional()
    .describe('Against in-house; negative where the vendor costs more.'),
  invoices: z.array(
    z.object({
      month: z.string(),
      engineers: z.number(),
      billedUsd: z.number(),
      agreedUsd: z.number().optional(),
      differenceUsd: z.number().optional(),
    }),
  ),
});

/** The cost page of a case (EM-3). */
export const costPage = z.object({
  ...head,
  sheet: costSheet,
  entered: z
    .object({ by: person, at, formHash: z.string() })
    .optional()
    .describe('Who supplied EM-3 and when; left out while it is not supplied.'),
  figures: z.array(figure).describe('Figures of the policy, each with its source.'),
  policy: z.object({ name: z.string(), version: z.string() }),
  names,
});
export type CostPage = z.infer<typeof costPage>;

const way = z.enum(WAYS);

/** The page for the board: build, outsource or hybrid (SU-6). */
export const boardPage = z.object({
  ...head,
  outcome: z.object({
    statement: z.string(),
    successCriteria: z.array(z.object({ criterion: z.string(), measure: z.string() })),
  }),
  reasons: z.array(z.enum(OUTSOURCING_REASONS)).describe('Why outsource.'),
  wanted: z.enum(['outsource', 'hybrid']).optional().describe('What the case was opened for.'),
  engineers: z.number(),
  ways: z.array(
    z.object({
      id: way,
      weeksToShip: z.number().optional(),
      firstYear: range.optional().describe('Of the whole team, the first twelve months.'),
      basis: z.string().describe('How the cost is calculated, or what is missing.'),
      for: z.array(z.string()),
      against: z.array(z.string()),
    }),
  ),
  recommended: way.optional(),
  why: z.array(z.string()),
  warnings: z.array(z.string()).describe('What weakens the recommendation, figures that were not entered among it.'),
  standing: vendorStanding.describe('How the vendor of the case stands in its evaluation.'),
  exposure: z.object({
    classes: z.array(z.enum(DATA_CLASSES)),
    personalData: z.boolean(),
    groupRevenueEur: z.number().optional().describe('Turnover of the whole group in the preceding year.'),
    tiers: z.array(z.object({ article: z.string(), covers: z.string(), maximumEur: z.number() })),
  }),
  names,
});
export type BoardPage = z.infer<typeof boardPage>;
