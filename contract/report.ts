import { z } from 'zod';
import { CASE_OUTCOMES } from '../domain/case/state.js';
import { dispute, firstDay, milestone } from './agreements.js';
import { day, names, personRef } from './basics.js';
import { attribution } from './caseView.js';
import { incident } from './incident.js';
import {
  at,
  control,
  flag,
  grantedByOthers,
  leftBehind,
  outsideAccount,
  outsideChange,
  paper,
  person,
  planDifference,
  policyOfCase,
} from './parts.js';
import { registered } from './register.js';
import { storyEntry } from './story.js';

const counts = z.object({
  met: z.number(),
  waived: z.number(),
  open: z.number(),
  refused: z.number(),
  notApplicable: z.number(),
  notRaised: z.number().describe('Red flags that nothing raises: no evidence was met.'),
});

/** One act or refusal of the trail, in words. */
export const decision = storyEntry.extend({
  contentHash: z.string().optional().describe('What was decided on.'),
  difference: z.array(planDifference).optional().describe('Of a proposed policy: all that it would change.'),
});

const decidedBy = z.array(
  z.object({ by: person, role: z.string(), onBehalfOf: person.optional(), at, reason: z.string() }),
);

/** A gate: whether it is open, who decided it, how it came there, and how many of its controls are not met yet. */
export const gate = z.object({
  stage: z.string(),
  openSince: at.optional(),
  decidedBy,
  history: z
    .array(
      z.object({
        what: z.enum(['opened', 'closed', 'decided']).describe('`decided`: decided again while it was open.'),
        at,
        decidedBy,
        reason: z.string().optional().describe('Why it was closed.'),
      }),
    )
    .describe('Every opening and closing, and every decision while it was open.'),
  contentHash: z.string().optional().describe('What was decided on.'),
  byItself: z.boolean().describe('Nobody decides it: it opens once its controls are met.'),
  openControls: z.number().describe('Controls that hold the gate and are neither met nor waived.'),
});

/** A control with its evidence in words, beside what the policy asks for. */
const reportedControl = control.extend({
  standards: z
    .object({ iso27001: z.array(z.string()), soc2: z.array(z.string()), nist80053: z.array(z.string()) })
    .describe('ISO/IEC 27001:2022 Annex A, SOC 2 Trust Services Criteria, NIST SP 800-53 Rev. 5.'),
  answers: z
    .array(z.object({ question: z.string(), answer: z.string() }))
    .describe('The evidence form, question by question.'),
  thresholds: z.array(z.string()).describe('What the policy asks for, one phrase each.'),
  documents: z.array(z.object({ question: z.string(), hash: z.string() })).describe('Hashes that the form holds.'),
  notRaised: z.literal(true).optional().describe('A red flag that nothing raises, which is not evidence that was met.'),
});

/** One window of access: from its grant to its proven absence. */
export const accessWindow = z.object({
  lease: z.string(),
  person,
  resource: z.string(),
  permission: z.string(),
  restsOn: z.array(z.string()).describe('What it rested on when it was granted or last confirmed.'),
  grantedAt: at.optional().describe('Left out: it was found without a grant.'),
  notAfter: at.optional().describe('When it ends by itself, as it was granted or last confirmed.'),
  openedAt: at.optional().describe('When it was first read back as present at the provider.'),
  seenAt: at.optional().describe('When it was last looked at, by itself or with its place; it was as is told here.'),
  endedAt: at.optional(),
  cause: z.string().optional(),
  detail: z.string().optional(),
  withdrawnAt: at.optional().describe('When it was first read back as absent after the end.'),
  others: grantedByOthers.optional(),
  proofs: z.array(z.object({ hours: z.number(), at })),
  foundAfterEnd: z.number(),
  failures: z.number(),
  providerRequests: z.number(),
});

export const clockItem = z.object({
  task: z.string(),
  title: z.string(),
  assignees: z.array(person),
  role: z.string(),
  openedAt: at,
  due: at.optional(),
  closedAt: at.optional(),
  lateSince: at.optional(),
  lateByMs: z.number().describe('Milliseconds between due and closing, or now; 0 when in time.'),
  reminders: z.number(),
});

export const cadenceItem = z.object({
  meeting: z.string(),
  title: z.string(),
  held: z.number(),
  missed: z.number(),
  due: z.number(),
  attendees: z.number().describe('On average over those held.'),
  missedDays: z.array(z.string()),
  disputedDays: z.array(z.string()).describe('Of these, the days that the vendor disputes.'),
  missedBy: z
    .object({ client: z.number(), vendor: z.number() })
    .describe('Missed meetings by the side whose they were to hold on that day.'),
});

export const kpiItem = z.object({
  kpi: z.string(),
  control: z.string(),
  formula: z.string(),
  target: z.number(),
  unit: z.string(),
  direction: z.string(),
  reviewer: person,
  evalSetHash: z.string().optional(),
  misses: z.number(),
  counts: z
    .number()
    .optional()
    .describe(
      'Entry of the reading that counts now; a later one of the vendor’s does not where a miss of that week stands.',
    ),
  readings: z.array(
    z.object({
      seq: z.number(),
      at,
      value: z.number(),
      source: z.string(),
      missed: z.boolean(),
      by: person,
      disputed: z.string().optional().describe('The open dispute about it.'),
      recordedValue: z.number().optional().describe('What was recorded first, where a dispute corrected it.'),
    }),
  ),
});

export const verification = z.union([
  z.object({ ok: z.literal(true), rows: z.number(), stateMatches: z.boolean() }),
  z.object({ ok: z.literal(false), brokenSeq: z.number(), message: z.string() }),
]);

/** The report of a case; all of it follows from the ledger, names apart. */
export const report = z.object({
  caseId: z.string(),
  title: z.string(),
  status: z.string(),
  closedReason: z.string().optional(),
  closedOutcome: z.enum(CASE_OUTCOMES).optional(),
  pauses: z.array(z.object({ from: at, until: at.optional(), reason: z.string().optional() })),
  asOf: at,
  startDate: z.string(),
  dayOfPlan: z.number().describe('Day 1 is the start date; days of a pause do not count.'),
  openedAt: at,
  openedBy: person,
  vendor: z.object({ name: z.string(), country: z.string(), timeZone: z.string(), contact: person }),
  client: z.object({ name: z.string(), timeZone: z.string(), people: z.record(z.string(), z.array(person)) }),
  outcome: z.string(),
  model: z.object({ wanted: z.string(), recommended: z.string(), chosen: z.string(), reasons: z.array(z.string()) }),
  policy: policyOfCase,
  planHash: z.string(),
  gates: z.array(gate),
  controls: z.array(reportedControl),
  sums: z.object({
    all: counts,
    byRisk: z.record(z.string(), counts),
    byNist: z.record(z.string(), counts),
  }),
  flags: z.array(flag),
  decisions: z.array(decision),
  access: z.array(accessWindow),
  accounts: z.array(outsideAccount),
  outsideChanges: z.array(outsideChange),
  leftBehind: z.array(leftBehind),
  team: z.array(
    z.object({ person, employer: z.string(), country: z.string(), jobRole: z.string(), status: z.string() }),
  ),
  register: registered,
  papers: z.array(paper.extend({ endedAt: at.optional() })),
  clocks: z.object({ attribution, tasks: z.array(clockItem), cadence: z.array(cadenceItem) }),
  incidents: z.array(incident),
  kpis: z.array(kpiItem),
  milestones: z.array(milestone),
  firstDays: z.array(firstDay),
  disputes: z.array(dispute),
  ledger: z.object({ rows: z.number(), head: z.object({ seq: z.number(), hash: z.string() }), verification }),
  names,
});

export type Report = z.infer<typeof report>;
export type Counts = z.infer<typeof counts>;

const interval = z.object({ from: at, until: at.optional(), by: z.array(z.string()) });

/** Whether a person was covered on a day, and by what. */
export const coverage = z.object({
  person,
  day: z.string(),
  from: at,
  until: at,
  covered: z.enum(['all-day', 'part-of-day', 'not']),
  intervals: z.array(z.object({ from: at, until: at })).describe('When all of it held at once.'),
  requirements: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      held: z.enum(['all-day', 'part-of-day', 'not']),
      intervals: z.array(interval),
    }),
  ),
  access: z.array(accessWindow).describe('Windows of access that touch the day.'),
});

export const coverageQuery = z.strictObject({ person: personRef, day });
/** The answer with the names of everybody in it. */
export const namedCoverage = coverage.extend({ names });
export type NamedCoverage = z.infer<typeof namedCoverage>;

export type Coverage = z.infer<typeof coverage>;
