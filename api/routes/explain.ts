import { problems } from '../../contract/answers.js';
import { caseParams } from '../../contract/basics.js';
import { explainQuery, namedExplanation } from '../../contract/explain.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import { endOfDay } from '../../domain/clocks/businessTime.js';
import { plusMs } from '../../domain/time.js';
import { explain } from '../../presentation/explain/explain.js';
import type { Api } from '../api.js';
import { identityOf } from '../auth.js';
import { withNames } from '../names.js';
import type { ApiParts } from '../parts.js';
import { peopleOf } from '../people.js';
import { rowsOf } from '../reportInput.js';
import { seeCase } from '../visibility.js';

const schema = {
  operationId: 'ExplainAccess',
  tags: ['report'],
  summary: 'What could this person reach at that instant, by what right, and who saw it?',
  params: caseParams,
  querystring: explainQuery,
  response: { 200: namedExplanation, ...problems('CaseNotFound', 'UnknownPerson') },
};

const DAY_LENGTH = 'YYYY-MM-DD'.length;

/** The answer to an auditor's question about one instant. */
export function explainRoutes(api: Api, { store }: ApiParts): void {
  const config = { access: CLIENT_ROLES, noted: 'report' } as const;
  api.get('/cases/:caseId/explain', { schema, config }, async (request) => {
    const { state, head } = await seeCase(store, identityOf(request), request.params.caseId);
    const { person: whom, resource, at: asked } = request.query;
    const person = await peopleOf(store, state)(whom, 'person');
    // A day ends where the next one begins.
    const at = asked.length === DAY_LENGTH ? plusMs(endOfDay(state.calendars.client, asked), -1) : asked;
    const rows = await rowsOf(store, state.caseId, head.seq);
    const looks = await store.places.looks(state.caseId);
    const about = { person, at, ...(resource !== undefined && { resource }) };
    return withNames(store, state, explain(rows, about, state.intake.client.timeZone, looks));
  });
}
