import { z } from 'zod';
import { names } from './basics.js';
import { attribution } from './caseView.js';
import { at, leftBehind, person, policyOfCase } from './parts.js';
import { accessWindow, cadenceItem, gate, kpiItem, verification } from './report.js';

const tracked = z.object({
  key: z.string(),
  title: z.string(),
  person: person.optional(),
  status: z.string(),
  binds: z.string(),
  owner: z.string(),
  due: at.optional(),
  late: z.boolean(),
  missing: z.array(z.string()),
});

const waiver = z.object({
  key: z.string(),
  title: z.string(),
  by: person,
  requestedBy: person,
  reason: z.string(),
  since: at,
  until: at,
});
const remedy = z.object({ key: z.string(), title: z.string(), term: z.string(), owner: person, until: at.optional() });
const openFlag = z.object({ key: z.string(), title: z.string(), reason: z.string(), raisedAt: at });

const running = z.object({
  kind: z.enum(['incident', 'drill', 'replacement']),
  id: z.string(),
  about: z.string(),
  since: at,
  due: at.optional(),
});

/** The day-30 certificate of a case, or a statement of where it stands while it is none; all of it follows from the ledger, names apart. */
export const certificate = z.object({
  caseId: z.string(),
  title: z.string(),
  kind: z
    .enum(['certificate', 'statement'])
    .describe('`statement`: it is no certificate, for the reasons in `whyNot`.'),
  whyNot: z.array(z.string()).describe('Why it is no certificate, one sentence each; empty when it is one.'),
  status: z.string(),
  asOf: at,
  startDate: z.string(),
  dayOfPlan: z.number().describe('Day 1 is the start date.'),
  openedAt: at,
  vendor: z.object({ name: z.string(), country: z.string(), contact: person }),
  client: z.object({ name: z.string(), timeZone: z.string() }),
  outcome: z.string(),
  model: z.string(),
  policy: policyOfCase,
  planHash: z.string(),
  gates: z.array(gate),
  leases: z.array(accessWindow),
  leftBehind: z.array(leftBehind).describe('What stays after access has ended, and what nobody could look at.'),
  kpis: z.array(
    kpiItem.omit({ readings: true, formula: true, counts: true }).extend({
      readings: z.number(),
      last: z
        .object({
          at,
          value: z.number(),
          source: z.string(),
          missed: z.boolean(),
          by: person,
          disputed: z.string().optional().describe('The open dispute about it.'),
        })
        .optional(),
    }),
  ),
  attendance: z.array(cadenceItem),
  debts: z.object({
    tracked: z.array(tracked).describe('Tracked items, checkpoints and meetings that are not met.'),
    waivers: z.array(waiver).describe('Waivers in force.'),
    remedies: z.array(remedy).describe('Terms agreed for a red flag and not fulfilled yet.'),
    openFlags: z.array(openFlag),
    running: z.array(running).describe('Incidents, drills and replacements that are not over.'),
  }),
  attribution,
  ledger: z.object({ rows: z.number(), head: z.object({ seq: z.number(), hash: z.string() }), verification }),
  names,
});

export type Certificate = z.infer<typeof certificate>;
