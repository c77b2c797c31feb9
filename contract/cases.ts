import { z } from 'zod';
import { ENGAGEMENT_MODELS } from '../domain/case/intake.js';
import { recorded } from './answers.js';
import { FILE_MAX, flag, pageOf, paging, policyText, text } from './basics.js';
import { caseView, engineerView } from './caseView.js';

/** What opens a case: its file as YAML, or JSON with the file and, if wanted, a policy of the operator's list. */
export const openCaseBody = z.union([
  z.string().max(FILE_MAX),
  z.strictObject({
    caseFile: z.union([z.string().max(FILE_MAX), z.record(z.string(), z.json())]),
    policy: policyText.optional(),
  }),
]);

/** The receipt of an opened case. */
export const openedCase = recorded.extend({ caseId: z.string() });

const row = z.object({
  caseId: z.string(),
  title: z.string(),
  vendor: z.string(),
  status: z.enum(['new', 'open', 'closing', 'closed']),
  stage: z.string(),
  model: z.string(),
  startDate: z.string(),
  openTasks: z.number(),
  lateTasks: z.number(),
  turn: z.string(),
  nextDue: z.string().optional(),
  openedAt: z.string(),
});

/** Which cases are wanted. */
export const caseQuery = z.strictObject({
  ...paging,
  status: z.enum(['open', 'closing', 'closed']).optional(),
  stage: text(40).optional(),
  model: z.enum(ENGAGEMENT_MODELS).optional(),
  late: flag.optional().describe('`true`: only cases with a late task.'),
  order: z
    .enum(['newest', 'urgent'])
    .optional()
    .describe('`urgent`: with late tasks first, then by what is due next. Default: the latest opened first.'),
  search: text(100).optional().describe('Part of the title or of the vendor’s name, any case.'),
});

/** A page of cases. */
export const casePage = pageOf(row);
export type CasePage = z.infer<typeof casePage>;

/** A case as its reader may see it; an engineer sees what concerns them. */
export const shownCase = z.union([caseView, engineerView]);

/** What came of a fresh run from the ledger. */
export const recoveredCase = z.object({ caseId: z.string(), recovered: z.literal(true) });
export const recoverQuery = z.strictObject({
  force: z.enum(['true', 'false']).default('false').describe('`true`: end a run that is still open first.'),
});
