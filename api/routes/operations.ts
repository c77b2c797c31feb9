import { problems } from '../../contract/answers.js';
import { operationsPage, personQuery, personSessions } from '../../contract/operations.js';
import type { Api } from '../api.js';
import { OPERATOR } from '../auth.js';
import { operationsOf } from '../console/operations.js';
import { withNamesOf } from '../names.js';
import type { ApiParts } from '../parts.js';
import { shared } from '../readiness.js';
import { sessionTimes } from '../signIn/parts.js';
import { knownPerson } from '../tokens.js';

/** How long one look serves all who ask, milliseconds. */
const SHARED_MS = 2_000;

const looking = {
  operationId: 'ShowOperations',
  tags: ['operating'],
  summary: 'How the installation runs: parts, mail and provider with their last success, letters and grants in trouble',
  response: { 200: operationsPage, ...problems() },
};

const listing = {
  operationId: 'ListSessionsOfPerson',
  tags: ['operating'],
  summary: 'The open sessions of a person',
  querystring: personQuery,
  response: { 200: personSessions, ...problems('UnknownPerson') },
};

/** What an operator looks at. */
export function operationsRoutes(api: Api, parts: ApiParts): void {
  const config = { access: OPERATOR };
  const looked = shared(SHARED_MS, () => operationsOf(parts));
  api.get('/operations', { schema: looking, config }, () => looked());

  api.get('/person-sessions', { schema: listing, config }, async (request) => {
    const personId = await knownPerson(parts, request.query.person);
    const { idleMs } = sessionTimes(parts.config.signIn);
    const rows = await parts.store.sessions.list(personId, { now: parts.clock(), idleMs });
    return withNamesOf(parts.store, [personId], { personId, rows });
  });
}
