import { problems } from '../../../contract/answers.js';
import { accessPage, accessQuery } from '../../../contract/console/access.js';
import { CLIENT_ROLES } from '../../../domain/case/roles.js';
import type { Api } from '../../api.js';
import { identityOf } from '../../auth.js';
import { withNamesOf } from '../../names.js';
import type { ApiParts } from '../../parts.js';

const listing = {
  operationId: 'ListAccess',
  tags: ['access'],
  summary:
    'Who can reach what now and until when, over all cases, with unknown accounts and what is up for recertification',
  querystring: accessQuery,
  response: { 200: accessPage, ...problems() },
};

/** Access over all cases, for the client’s people. */
export function accessRoutes(api: Api, { store }: ApiParts): void {
  api.get('/access', { schema: listing, config: { access: CLIENT_ROLES } }, async (request) => {
    const { caseId } = identityOf(request);
    const { cursor, limit, ...filter } = request.query;
    const page = await store.cases.access(filter, { cursor, limit, onlyCaseId: caseId });
    return withNamesOf(
      store,
      page.rows.map(({ person }) => person),
      page,
      caseId,
    );
  });
}
