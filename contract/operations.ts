import { z } from 'zod';
import { ACCESS_STATUSES } from '../domain/access/accessRows.js';
import { names, text } from './basics.js';
import { ready } from './health.js';
import { sessionList } from './session.js';

const last = z.object({
  successAt: z.string().optional().describe('Absent where nothing has succeeded yet.'),
  failure: z
    .object({ at: z.string(), code: z.string().optional(), answer: z.string().optional() })
    .optional()
    .describe('The last one, also where it was mended since; without addresses.'),
});

const slowGrant = z.object({
  caseId: z.string(),
  caseTitle: z.string(),
  resource: z.string(),
  status: z.enum(ACCESS_STATUSES),
  since: z.string(),
});

const letter = z.object({
  caseId: z.string(),
  caseTitle: z.string().optional(),
  status: z.enum(['failed', 'in-doubt']),
  attempts: z.number(),
  changedAt: z.string(),
  answer: z.string().optional().describe('What the mail server said, without addresses.'),
});

/** How the installation runs: parts, integrations, what is in trouble, and what it consists of. */
export const operationsPage = z.object({
  at: z.string(),
  parts: ready,
  mail: last.extend({ failed: z.number(), inDoubt: z.number() }),
  provider: last,
  database: z.object({
    open: z.number(),
    idle: z.number(),
    waiting: z.number().describe('Queries that wait for a connection of this process.'),
  }),
  cases: z.array(
    z.object({
      status: z.string(),
      stage: z.string(),
      cases: z.number(),
      openTasks: z.number(),
      lateTasks: z.number(),
    }),
  ),
  addresses: z.object({ asked: z.number(), nobodyReached: z.number() }),
  letters: z.array(letter).describe('Letters that were not taken, the oldest first, at most 50.'),
  slowGrants: z.object({
    count: z.number(),
    rows: z.array(slowGrant).describe('Opening or closing for more than an hour, the oldest first, at most 50.'),
  }),
  sessions: z.object({ open: z.number() }),
  tokens: z.object({ valid: z.number(), unclaimed: z.number() }),
  policy: z.object({ name: z.string(), version: z.string(), hash: z.string(), listed: z.number() }),
});
export type OperationsPage = z.infer<typeof operationsPage>;

export const personQuery = z.strictObject({ person: text(320).describe('The person, by address or id.') });

/** A person’s open sessions. */
export const personSessions = z.object({
  personId: z.string(),
  rows: z.array(sessionList.shape.rows.element.omit({ current: true })),
  names,
});
export type PersonSessions = z.infer<typeof personSessions>;
