import { z } from 'zod';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import type { CaseState } from '../../domain/case/state.js';
import type { Instant } from '../../domain/time.js';
import type { TokenIdentity } from '../../store/contract.js';
import type { Api } from '../api.js';
import { identityOf } from '../auth.js';
import { caseNow } from '../caseClock.js';
import type { ApiParts } from '../parts.js';
import { costPageOf, type Figures } from '../report/deciding/cost.js';
import { costHtml, modelsHtml } from '../report/deciding/html.js';
import { modelsPageOf } from '../report/deciding/models.js';
import { sendPage } from '../reportInput.js';
import { problems } from '../schemas/answers.js';
import { caseParams } from '../schemas/basics.js';
import { costPage, modelsPage } from '../schemas/deciding.js';
import { personIdsIn } from '../views/names.js';
import { seeCase } from '../visibility.js';

const describe = <T extends z.ZodType>(operationId: string, summary: string, answer: T, html = false) => ({
  tags: ['deciding'],
  params: caseParams,
  operationId,
  summary,
  ...(html && { produces: ['text/html'] }),
  response: { 200: answer, ...problems('CaseNotFound') },
});

/** What these pages are made of. */
type Material = { state: CaseState; now: Instant; figures: Figures; names: Record<string, string> };

/** A case read for one of the client's people, with the figures of its own policy. */
async function materialOf(parts: ApiParts, identity: TokenIdentity, caseId: string): Promise<Material> {
  const { state } = await seeCase(parts.store, identity, caseId);
  const policy = await parts.store.documents.get(state.plan.policy.hash);
  const figures = policy === undefined ? {} : parts.policy.figures(policy.bytes.toString('utf8'), 'EM-3');
  const ids = personIdsIn([state.evidence['EM-3']?.by]);
  const names = ids.length === 0 ? {} : await parts.store.people.namesOf(ids);
  return { state, now: await caseNow(parts, state), figures, names };
}

/** The pages for whoever decides on a vendor; they are the client's alone. */
export function decidingRoutes(api: Api, parts: ApiParts): void {
  const config = { access: CLIENT_ROLES };
  const models = async (identity: TokenIdentity, caseId: string) => {
    const { state, now } = await materialOf(parts, identity, caseId);
    return modelsPageOf(state, now);
  };
  const cost = async (identity: TokenIdentity, caseId: string) => {
    const { state, now, figures, names } = await materialOf(parts, identity, caseId);
    return costPageOf(state, now, figures, names);
  };
  const side = 'The engagement models side by side, the recommended one marked';
  const price = 'What the engagement costs beside the same engineers in-house';

  api.get('/cases/:caseId/models', { schema: describe('CompareModels', side, modelsPage), config }, async (request) =>
    models(identityOf(request), request.params.caseId),
  );
  api.get(
    '/cases/:caseId/models.html',
    { schema: describe('PrintModels', `${side}, as one HTML file`, z.string(), true), config },
    async (request, reply) => sendPage(reply, modelsHtml(await models(identityOf(request), request.params.caseId))),
  );
  api.get('/cases/:caseId/cost', { schema: describe('CostOfCase', price, costPage), config }, async (request) =>
    cost(identityOf(request), request.params.caseId),
  );
  api.get(
    '/cases/:caseId/cost.html',
    { schema: describe('PrintCost', `${price}, as one HTML file`, z.string(), true), config },
    async (request, reply) => sendPage(reply, costHtml(await cost(identityOf(request), request.params.caseId))),
  );
}
