import { z } from 'zod';
import { RATE_SOURCES } from '../domain/controls/engagement/priceIds.js';
import { names } from './basics.js';
import { at, CONTROL_STATUS, policyOrigin } from './parts.js';
import { vendorStanding } from './standing.js';

const ID = /^[A-Za-z0-9-]{3,64}$/;
/** Candidates of one comparison, at most. */
const MOST = 6;

/** `a,b`: two to six different cases. */
const caseList = z
  .string()
  .max(400)
  .transform((list) => list.split(','))
  .refine((ids) => ids.every((id) => ID.test(id)), { error: 'must be ids of cases with commas between them' })
  .refine((ids) => ids.length >= 2 && ids.length <= MOST, { error: `must name 2 to ${MOST} cases` })
  .refine((ids) => new Set(ids).size === ids.length, { error: 'names a case twice' });

export const comparisonQuery = z.strictObject({ cases: caseList });

const point = z.object({
  id: z.string(),
  title: z.string(),
  score: z.number().optional().describe('0 to 4; left out while it is not scored.'),
  status: z.enum(CONTROL_STATUS).describe('Of its control: a score counts while that is met.'),
  anchor: z.string().optional().describe('What that score means.'),
  sharePercent: z.number().describe('Its share of the weighted score.'),
  evidence: z
    .object({ link: z.string().optional(), documentHash: z.string().optional(), scoredOn: z.string().optional() })
    .describe('What the score rests on.'),
});

const record = z.object({
  cases: z.number(),
  redFlags: z.number(),
  refusals: z.number(),
  lateTasks: z.number(),
  slaBreaches: z.number(),
  lateMilestones: z.number(),
  escalations: z.number(),
  waivers: z.number(),
  missedMeetings: z.number(),
  lateIncidentDuties: z.number(),
});

const candidate = vendorStanding.extend({
  caseId: z.string(),
  title: z.string(),
  outcome: z.string(),
  vendor: z.string(),
  status: z.string(),
  paused: z.boolean(),
  closedOutcome: z.string().optional().describe('completed, walked-away or cancelled.'),
  policyHash: z.string(),
  policyOrigin,
  points: z.array(point),
  rateMonthlyUsd: z.number().optional(),
  rateFrom: z.enum(RATE_SOURCES).optional().describe('Where the rate comes from.'),
  vendorMonthlyUsd: z.number().optional().describe('Rate with your own management, where that is entered.'),
  savingYearly: z
    .object({
      lowUsd: z.number(),
      highUsd: z.number(),
      defaults: z
        .array(z.enum(['in-house', 'management']))
        .describe('What was not entered: for `in-house` the policy’s range is taken, for `management` nothing.'),
    })
    .optional()
    .describe('Per engineer, against in-house; negative where the vendor costs more.'),
  attestation: z.object({
    claimed: z.enum(['soc-2-type-2', 'iso-27001-2022', 'in-progress', 'none']).optional().describe('By PE-3.'),
    expectedOn: z.string().optional(),
    path: z.array(z.object({ id: z.string(), status: z.enum(CONTROL_STATUS) })).describe('SA-1 to SA-3 as planned.'),
  }),
  replacement: z
    .object({
      promised: z.boolean(),
      businessDays: z.number().optional(),
      clockFrom: z.enum(['request', 'departure', 'agreement']),
      extraCost: z.boolean(),
    })
    .optional()
    .describe('By PE-5.'),
  countries: z.array(z.string()).describe('Of the vendor, its people and what is declared (IP-6).'),
  subcontractors: z
    .array(z.object({ company: z.string(), country: z.string() }))
    .optional()
    .describe('Left out while nothing is declared (IP-6).'),
  record: record.optional().describe('Over all cases with this vendor, this one included.'),
});
export type Candidate = z.infer<typeof candidate>;

/** Candidates side by side. */
export const comparison = z.object({
  asOf: at,
  sameNeed: z.boolean(),
  notes: z.array(z.string()).describe('What makes the comparison weaker, one sentence each.'),
  candidates: z.array(candidate),
  best: z
    .record(z.string(), z.array(z.string()))
    .describe('By row, the cases that are best in it; a row that tells nobody apart is left out.'),
  names,
});
export type Comparison = z.infer<typeof comparison>;
