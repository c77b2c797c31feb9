import { problems } from '../../contract/answers.js';
import { caseParams } from '../../contract/basics.js';
import { caseRegister } from '../../contract/register.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import { registerView } from '../../presentation/views/register.js';
import type { Api } from '../api.js';
import { identityOf } from '../auth.js';
import { caseNow } from '../caseClock.js';
import { withNames } from '../names.js';
import type { ApiParts } from '../parts.js';
import { seeCase } from '../visibility.js';

const reading = {
  operationId: 'ReadRegister',
  tags: ['cases'],
  summary: 'The register of a case: companies, tools, data sets, models and places, and where answers do not agree',
  params: caseParams,
  response: { 200: caseRegister, ...problems('CaseNotFound') },
};

/** The register of a case, for the people of the client: it holds what they found out themselves. */
export function registerRoutes(api: Api, parts: ApiParts): void {
  api.get('/cases/:caseId/register', { schema: reading, config: { access: CLIENT_ROLES } }, async (request) => {
    const { store } = parts;
    const { state } = await seeCase(store, identityOf(request), request.params.caseId);
    return withNames(store, state, { caseId: state.caseId, ...registerView(state, await caseNow(parts, state)) });
  });
}
