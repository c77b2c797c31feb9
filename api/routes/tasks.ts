import { z } from 'zod';
import { problems } from '../../contract/answers.js';
import { flag, names, paging, text } from '../../contract/basics.js';
import { CLIENT_ROLES, VENDOR_ROLES } from '../../domain/case/roles.js';
import type { TokenIdentity } from '../../store/contract.js';
import type { Api } from '../api.js';
import { EVERYBODY, identityOf, READERS } from '../auth.js';
import { withNames } from '../names.js';
import type { ApiParts } from '../parts.js';

const task = z.object({
  caseId: z.string(),
  taskId: z.string(),
  title: z.string(),
  assignee: z.string(),
  role: z.string(),
  due: z.string().optional(),
  late: z.boolean(),
  openedAt: z.string(),
});

const listing = {
  operationId: 'ListTasks',
  tags: ['tasks'],
  summary: 'List open tasks; the vendor’s people see those of their case, an engineer their own',
  querystring: z.strictObject({
    ...paging,
    caseId: text(64).optional(),
    assignee: text(64).optional().describe('A person id, or `me`.'),
    role: z.enum([...CLIENT_ROLES, ...VENDOR_ROLES]).optional(),
    late: flag.optional(),
  }),
  response: { 200: z.object({ rows: z.array(task), nextCursor: z.string().optional(), names }), ...problems() },
};

const me = {
  operationId: 'WhoAmI',
  tags: ['sign-in'],
  summary: 'Who the token says you are',
  response: {
    200: z.object({
      personId: z.string(),
      role: z.string(),
      caseId: z.string().optional(),
      tokenId: z.string(),
      names,
    }),
    ...problems(),
  },
};

/** What of the list somebody may ask for at all. */
function bounds({ role, personId, caseId }: TokenIdentity): { caseId?: string; assignee?: string } {
  if (role === 'vendor-contact') return { caseId: caseId ?? '' };
  if (role === 'engineer') return { caseId: caseId ?? '', assignee: personId };
  return {};
}

/** Open tasks, and who one is. */
export function taskRoutes(api: Api, { store }: ApiParts): void {
  api.get('/tasks', { schema: listing, config: { access: [...READERS, 'engineer'] } }, async (request) => {
    const identity = identityOf(request);
    const { cursor, limit, assignee, ...rest } = request.query;
    const who = assignee === 'me' ? identity.personId : assignee;
    const filter = { ...rest, ...(who !== undefined && { assignee: who }), ...bounds(identity) };
    return withNames(store, await store.cases.tasks(filter, { cursor, limit }));
  });

  api.get('/me', { schema: me, config: { access: EVERYBODY } }, async (request) =>
    withNames(store, identityOf(request)),
  );
}
