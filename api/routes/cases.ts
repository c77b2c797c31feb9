import { commandProblems, problems } from '../../contract/answers.js';
import { caseParams } from '../../contract/basics.js';
import { casePage, caseQuery, openCaseBody, openedCase, shownCase } from '../../contract/cases.js';
import { writeHeaders } from '../../contract/headers.js';
import { caseViewOf, engineerViewOf } from '../../presentation/views/caseView.js';
import { seenByEngineer, seenByVendor } from '../../presentation/views/vendorView.js';
import type { Api } from '../api.js';
import { identityOf, READERS } from '../auth.js';
import { caseNow } from '../caseClock.js';
import { commandIdOf } from '../idempotency.js';
import { toldOf } from '../logins.js';
import { withNames } from '../names.js';
import { openCase } from '../opening.js';
import type { ApiParts } from '../parts.js';
import { asListedNow } from '../policyOrigin.js';
import { Problem } from '../problems.js';
import { countedOrThrown } from '../sending.js';
import { seeCase } from '../visibility.js';

const opening = {
  operationId: 'OpenCase',
  tags: ['cases'],
  summary: 'Open a case from its file',
  description:
    'The body is the case file as YAML, or JSON with the file in `caseFile` and, if wanted, a policy of the operator’s list in `policy`.',
  consumes: ['application/yaml', 'application/json'],
  headers: writeHeaders,
  body: openCaseBody,
  response: { 201: openedCase, ...commandProblems() },
};

const listing = {
  operationId: 'ListCases',
  tags: ['cases'],
  summary: 'List cases, the latest opened or the most urgent first',
  querystring: caseQuery,
  response: { 200: casePage, ...problems() },
};

const showing = {
  operationId: 'ShowCase',
  tags: ['cases'],
  summary: 'Show a case; an engineer gets what concerns them',
  params: caseParams,
  response: { 200: shownCase, ...problems('CaseNotFound') },
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
    return { caseId: opened.caseId, ...(await countedOrThrown(opened.outcome, store)) };
  });

  api.get('/cases', { schema: listing, config: { access: [...READERS, 'operator'] } }, async (request) => {
    const identity = identityOf(request);
    const { cursor, limit, order, ...filter } = request.query;
    const onlyCaseIds = identity.role === 'vendor-contact' ? [identity.caseId ?? ''] : undefined;
    return store.cases.list(filter, { cursor, limit, order, onlyCaseIds });
  });

  api.get('/cases/:caseId', { schema: showing, config: { access: [...READERS, 'engineer'] } }, async (request) => {
    const identity = identityOf(request);
    const { state, head } = await seeCase(store, identity, request.params.caseId);
    const [now, told] = [await caseNow(parts, state), await toldOf(store, state, identity)];
    if (identity.role !== 'engineer') {
      const view = caseViewOf(state, head, identity, now, told);
      if (identity.role === 'vendor-contact') return withNames(store, state, seenByVendor(state, view));
      return withNames(store, state, { ...view, policy: await asListedNow(parts, view.policy) });
    }
    const own = engineerViewOf(state, identity.personId, now, told);
    if (own === undefined) throw new Problem('CaseNotFound');
    return withNames(store, state, seenByEngineer(own));
  });
}
