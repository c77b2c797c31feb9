import { z } from 'zod';
import { recertification, replacement } from './afterwards.js';
import { dispute, firstDay, milestone } from './agreements.js';
import { names } from './basics.js';
import { incident } from './incident.js';
import {
  approval,
  at,
  caseTask,
  control,
  flag,
  lease,
  leftBehind,
  outsideAccount,
  outsideChange,
  paper,
  person,
  policyOfCase,
  stage,
  teamMember,
} from './parts.js';

/** Turn and time attributed, in whole milliseconds; the totals add up exactly to `elapsedMs`. */
export const attribution = z.object({
  turn: z.string(),
  since: at,
  elapsedMs: z.number(),
  totalsMs: z.object({ client: z.number(), vendor: z.number(), both: z.number(), nobody: z.number() }),
});

/** A case as the people of the client and the vendor's contact see it. */
export const caseView = z.object({
  caseId: z.string(),
  title: z.string(),
  status: z.enum(['new', 'open', 'closing', 'closed']),
  closedReason: z.string().optional(),
  closedOutcome: z.string().optional().describe('completed, walked-away or cancelled.'),
  pause: z
    .object({ since: at, by: person, reason: z.string() })
    .optional()
    .describe('While it is there, nothing opens, falls due or is missed.'),
  startDate: z.string(),
  openedAt: at,
  openedBy: person,
  asOf: at.describe('The time of the case at which this was read.'),
  zone: z.string().describe('Time zone of the side that reads it; its texts give instants in it.'),
  head: z.object({ seq: z.number(), hash: z.string() }),
  vendor: z.object({ name: z.string(), country: z.string(), timeZone: z.string(), contact: person }),
  client: z.object({ name: z.string(), timeZone: z.string(), people: z.record(z.string(), z.array(person)) }),
  missingRoles: z.array(z.string()).describe('Roles that the plan needs and nobody is named for.'),
  nominations: z
    .array(z.object({ role: z.string(), person, by: person, at, replaces: person.optional() }))
    .describe('People named for a role whom somebody else has to confirm.'),
  model: z.object({ wanted: z.string(), recommended: z.string(), chosen: z.string(), reasons: z.array(z.string()) }),
  policy: policyOfCase,
  planHash: z.string(),
  replanning: z.boolean(),
  resources: z
    .array(
      z.object({
        provider: z.string(),
        kind: z.string(),
        id: z.string(),
        personalData: z.boolean(),
        owner: person.optional().describe('For the client: who decides on access to it, where somebody is named.'),
      }),
    )
    .describe('What the case gives access to.'),
  profiles: z.array(z.string()).describe('Access profiles that can be requested.'),
  data: z.object({ classes: z.array(z.string()), euPersonalData: z.boolean() }),
  stages: z.array(stage),
  approvals: z.array(approval),
  delegations: z.array(z.object({ from: person, to: person, role: z.string(), until: at, reason: z.string() })),
  controls: z.array(control),
  people: z.array(teamMember),
  papers: z.array(paper),
  leases: z.array(lease),
  accounts: z
    .array(outsideAccount)
    .optional()
    .describe('For the client: accounts on repositories that are not there by a grant.'),
  outsideChanges: z
    .array(outsideChange)
    .optional()
    .describe('For the client: what was changed by hand at the provider.'),
  leftBehind: z.array(leftBehind).optional().describe('For the client: what stays after access has ended.'),
  replacements: z.array(replacement),
  recertification: recertification.optional().describe('There from the first access on, where AR-1 is in force.'),
  flags: z.array(flag),
  tasks: z.array(caseTask),
  incidents: z.array(incident),
  meetings: z.array(
    z.object({
      id: z.string(),
      day: z.string(),
      due: at,
      missesAt: at,
      status: z.string(),
      owner: z.string().describe('The role that has to hold it.'),
      side: z.enum(['client', 'vendor']).describe('Whose miss it is, when it is missed.'),
      disputed: z.string().optional().describe('The open dispute about the miss.'),
    }),
  ),
  attendance: z.record(z.string(), z.object({ held: z.number(), missed: z.number() })),
  readings: z.array(
    z.object({
      kpi: z.string(),
      value: z.number(),
      source: z.string(),
      at,
      by: person,
      missed: z.boolean(),
      beside: z
        .object({ value: z.number(), source: z.string() })
        .optional()
        .describe('What the vendor has read for the same week, while a miss that the client recorded stands.'),
      evalSetHash: z.string().optional(),
      disputed: z.string().optional().describe('The open dispute about it.'),
    }),
  ),
  milestones: z.array(milestone),
  firstDays: z.array(firstDay),
  disputes: z.array(dispute),
  attribution,
  lettersWaiting: z.number(),
  undelivered: z
    .object({
      refusing: z.array(z.object({ person, since: at })),
      nobodyReached: z.boolean().describe('True while nobody who could correct one of them has a working address.'),
    })
    .optional()
    .describe('People whose address refuses letters; there while there is one.'),
  names,
});

const leaseOfEngineer = lease.omit({
  ...{ restsOn: true, lastError: true, nextAttemptAt: true, attempts: true },
  ...{ held: true, keptBy: true, others: true },
});

/** A case as one engineer sees it: their own papers, tasks, access and status, and nobody else's. */
export const engineerView = z.object({
  caseId: z.string(),
  title: z.string(),
  status: z.enum(['new', 'open', 'closing', 'closed']),
  vendor: z.object({ name: z.string() }),
  client: z.object({ name: z.string() }),
  zone: z.string().describe('Time zone of the side that reads it; its texts give instants in it.'),
  you: teamMember,
  papers: z.array(paper),
  tasks: z.array(caseTask),
  profiles: z.array(z.string()).describe('Access profiles that you can request.'),
  requests: z
    .array(z.object({ resource: z.string(), profile: z.string(), task: z.string(), askedBy: person, due: at }))
    .describe('Requests for your access that wait for a decision.'),
  decided: z
    .array(
      z.object({
        ...{ resource: z.string(), profile: z.string(), status: z.enum(['approved', 'rejected']), at },
        reason: z.string().optional().describe('Why it was declined, where you asked yourself.'),
      }),
    )
    .describe('What became of requests for your access.'),
  leases: z.array(leaseOfEngineer),
  names,
});

export type CaseView = z.infer<typeof caseView>;
export type EngineerView = z.infer<typeof engineerView>;
