import { problems } from '../../../contract/answers.js';
import { workPage, workQuery } from '../../../contract/console/work.js';
import type { Api } from '../../api.js';
import { identityOf, READERS } from '../../auth.js';
import { actorsOf } from '../../console/actors.js';
import { workPageOf } from '../../console/work.js';
import type { ApiParts } from '../../parts.js';

const listing = {
  operationId: 'ListWork',
  tags: ['console'],
  summary: 'Everything that waits for you, late first: what it takes, how long, and where it is done',
  querystring: workQuery,
  response: { 200: workPage, ...problems() },
};

/** The start of the console: one’s own work. */
export function workRoutes(api: Api, parts: ApiParts): void {
  api.get('/work', { schema: listing, config: { access: [...READERS, 'engineer'] } }, async (request) =>
    workPageOf(parts, identityOf(request), actorsOf(request), request.query),
  );
}
