import { z } from 'zod';
import { POPULATIONS, type PopulationKind } from '../domain/audit/populations.js';
import { day, names, text } from './basics.js';

/** Largest sample, rows. */
const SAMPLE_MAX = 1_000;

const isKind = (name: string): name is PopulationKind => Object.hasOwn(POPULATIONS, name);

export const populationParams = z.object({
  kind: z.string().refine(isKind, { error: `must be one of ${Object.keys(POPULATIONS).join(', ')}` }),
});

export const populationQuery = z.strictObject({
  from: day.describe('First day, in UTC by the time of the case.'),
  to: day.describe('Last day, included.'),
  format: z.enum(['json', 'csv']).default('json'),
  sample: z.coerce.number().int().min(1).max(SAMPLE_MAX).optional().describe('Rows to draw.'),
  seed: text(100).optional().describe('Any text; the same seed draws the same rows. Needed with `sample`.'),
});

const row = z.looseObject({
  caseId: z.string(),
  seq: z.number(),
  hash: z.string(),
  at: z.string().describe('Time of the case.'),
  actor: z.string().describe('Person id, or `system`.'),
  role: z.string(),
  event: z.string(),
});

/** All entries of a kind in a period, or a sample of them. */
export const population = z.object({
  kind: z.string(),
  from: z.string(),
  to: z.string(),
  rows: z.array(row),
  population: z.number().describe('Rows of the whole population.'),
  seed: z.string().optional(),
  sample: z.number().optional().describe('Rows drawn.'),
  method: z.string().optional(),
  names,
  titles: z.record(z.string(), z.string()).describe('Titles of the cases by id.'),
});
export type Population = z.infer<typeof population>;
