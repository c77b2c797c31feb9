import { problems } from '../../../contract/answers.js';
import { searched, searchQuery } from '../../../contract/console/search.js';
import type { Api } from '../../api.js';
import { identityOf, READERS } from '../../auth.js';
import { searchOwnCase } from '../../console/searchOwnCase.js';
import type { ApiParts } from '../../parts.js';
import { isVendorSide } from '../../visibility.js';

/** Rows of each kind. */
const ROWS_MAX = 8;

const searching = {
  operationId: 'Search',
  tags: ['cases'],
  summary: 'Find cases, vendors, people and documents by name; what you may not see is not found',
  querystring: searchQuery,
  response: { 200: searched, ...problems('CaseNotFound') },
};

/** Finding by name, over everything that a reader may see. */
export function searchRoutes(api: Api, parts: ApiParts): void {
  const { store } = parts;
  api.get('/search', { schema: searching, config: { access: [...READERS, 'engineer'] } }, async (request) => {
    const identity = identityOf(request);
    const { q } = request.query;
    if (isVendorSide(identity.role)) return searchOwnCase(parts, identity, q, ROWS_MAX);
    const { caseId: onlyCaseId } = identity;
    const onlyCaseIds = onlyCaseId === undefined ? undefined : [onlyCaseId];
    const { rows: cases } = await store.cases.list({ search: q }, { limit: ROWS_MAX, onlyCaseIds });
    const caseIds = cases.map(({ caseId }) => caseId);
    const { papers: documents, ...more } = await store.cases.search(q, { caseIds, onlyCaseId, limit: ROWS_MAX });
    return { cases, ...more, documents };
  });
}
