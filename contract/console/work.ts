import { z } from 'zod';
import { names, pageOf, paging, text } from '../basics.js';
import { at, taskAction } from '../parts.js';

/** What a task takes of whoever has it. */
export const WORK_KINDS = ['decide', 'read', 'confirm', 'fill-in', 'sign', 'do'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

const row = z.object({
  caseId: z.string(),
  caseTitle: z.string(),
  vendor: z.string(),
  taskId: z.string(),
  kind: z.enum(WORK_KINDS),
  title: z.string(),
  due: at.optional(),
  late: z.boolean(),
  openedAt: at,
  role: z.string().describe('The role in which you have it.'),
  others: z.array(z.string()).describe('Names of others who have it too.'),
  minutes: z.number().describe('What it takes, roughly, in whole minutes.'),
  to: z.string().describe('Path of the console’s page on which it is done.'),
  action: taskAction.optional().describe('The act that it asks for; left out where it asks for several forms.'),
});

/** What will come, where nothing waits. */
const coming = z.object({ caseId: z.string(), caseTitle: z.string(), what: z.string(), at });

/** Whose work is not asked for: it is one’s own. */
export const workQuery = z.strictObject({
  ...paging,
  limit: z.coerce.number().int().min(1).max(100).default(50),
  link: text(64).optional().describe('Only the task that a letter links to, by the last part of its address.'),
});

/** A page of everything that waits for somebody, late first, then by due. */
export const workPage = pageOf(row).extend({
  next: z.array(coming).optional().describe('Where nothing waits: what comes next, the nearest first.'),
  names,
});

export type WorkPage = z.infer<typeof workPage>;
export type WorkRow = WorkPage['rows'][number];
export type ComingUp = NonNullable<WorkPage['next']>[number];
