import { z } from 'zod';
import { commandProblems, problems, recorded } from '../../contract/answers.js';
import { caseParams, FILE_MAX, flag, paging, policyText, text } from '../../contract/basics.js';
import { caseView, engineerView } from '../../contract/caseView.js';
import { ENGAGEMENT_MODELS } from '../../domain/case/intake.js';
import { caseViewOf, engineerViewOf } from '../../presentation/views/caseView.js';
import type { Api } from '../api.js';
import { identityOf, READERS } from '../auth.js';
import { caseNow } from '../caseClock.js';
import { commandIdOf, writeHeaders } from '../idempotency.js';
import { withNames } from '../names.js';
import { openCase } from '../opening.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { countedOrThrown } from '../sending.js';
import { seeCase } from '../visibility.js';

const opening = {
  operationId: 'OpenCase',
  tags: ['cases'],
  summary: 'Open a case from its file',
  description:
    'The body is the case file as YAML, or JSON with the file in `caseFile` and, if wanted, a policy of its own in `policy`.',
  consumes: ['application/yaml', 'application/json'],
  headers: writeHeaders,
  body: z.union([
    z.string().max(FILE_MAX),
    z.strictObject({
      caseFile: z.union([z.string().max(FILE_MAX), z.record(z.string(), z.json())]),
      policy: policyText.optional(),
    }),
  ]),
  response: { 201: recorded.extend({ caseId: z.string() }), ...commandProblems() },
};

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

const listing = {
  operationId: 'ListCases',
  tags: ['cases'],
  summary: 'List cases, newest first',
  querystring: z.strictObject({
    ...paging,
    status: z.enum(['open', 'closing', 'closed']).optional(),
    stage: text(40).optional(),
    model: z.enum(ENGAGEMENT_MODELS).optional(),
    late: flag.optional().describe('`true`: only cases with a late task.'),
    search: text(100).optional().describe('Part of the title or of the vendor’s name, any case.'),
  }),
  response: { 200: z.object({ rows: z.array(row), nextCursor: z.string().optional() }), ...problems() },
};

const showing = {
  operationId: 'ShowCase',
  tags: ['cases'],
  summary: 'Show a case; an engineer gets what concerns them',
  params: caseParams,
  response: { 200: z.union([caseView, engineerView]), ...problems('CaseNotFound') },
};

/** Opening, listing and showing cases. */
export function caseRoutes(api: Api, parts: ApiParts): void {
  const { store } = parts;
  api.post('/cases', { schema: opening, config: { access: ['procurement'] } }, async (request, reply) => {
    const { personId, role } = identityOf(request);
    const body = typeof request.body === 'string' ? { caseFile: request.body } : request.body;
    const caseFile = typeof body.caseFile === 'string' ? body.caseFile : JSON.stringify(body.caseFile);
    const opened = await openCase(parts, { personId, role }, commandIdOf(request, reply), { ...body, caseFile });
    reply.code(201).header('location', `/api/cases/${opened.caseId}`);
    return { caseId: opened.caseId, ...countedOrThrown(opened.outcome) };
  });

  api.get('/cases', { schema: listing, config: { access: [...READERS, 'operator'] } }, async (request) => {
    const identity = identityOf(request);
    const { cursor, limit, ...filter } = request.query;
    const onlyCaseIds = identity.role === 'vendor-contact' ? [identity.caseId ?? ''] : undefined;
    return store.cases.list(filter, { cursor, limit, onlyCaseIds });
  });

  api.get('/cases/:caseId', { schema: showing, config: { access: [...READERS, 'engineer'] } }, async (request) => {
    const identity = identityOf(request);
    const { state, head } = await seeCase(store, identity, request.params.caseId);
    if (identity.role !== 'engineer')
      return withNames(store, caseViewOf(state, head, identity, await caseNow(parts, state)));
    const own = engineerViewOf(state, identity.personId, await caseNow(parts, state));
    if (own === undefined) throw new Problem('CaseNotFound');
    return withNames(store, own);
  });
}
