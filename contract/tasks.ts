import { z } from 'zod';
import { CLIENT_ROLES, VENDOR_ROLES } from '../domain/case/roles.js';
import { flag, names, pageOf, paging, text } from './basics.js';

const row = z.object({
  caseId: z.string(),
  taskId: z.string(),
  title: z.string(),
  assignee: z.string(),
  role: z.string(),
  due: z.string().optional(),
  late: z.boolean(),
  openedAt: z.string(),
});

/** Which open tasks are wanted. */
export const taskQuery = z.strictObject({
  ...paging,
  caseId: text(64).optional(),
  assignee: text(64).optional().describe('A person id, or `me`.'),
  role: z.enum([...CLIENT_ROLES, ...VENDOR_ROLES]).optional(),
  late: flag.optional(),
});

/** A page of open tasks. */
export const taskPage = pageOf(row).extend({ names });
export type TaskPage = z.infer<typeof taskPage>;
