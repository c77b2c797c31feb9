import { problems } from '../../../contract/answers.js';
import { decisionPage, decisionParams } from '../../../contract/console/decision.js';
import type { Api } from '../../api.js';
import { identityOf, READERS } from '../../auth.js';
import { actorsOf } from '../../console/actors.js';
import { decisionPageOf } from '../../console/decision.js';
import type { ApiParts } from '../../parts.js';
import { seeCase } from '../../visibility.js';

const showing = {
  operationId: 'ShowDecision',
  tags: ['console'],
  summary:
    'Everything that a decision takes: the question, the answers beside the policy, documents, what changed since your last look',
  description: 'That you look at it is noted, by ids alone, so that it can say what changed when you come again.',
  params: decisionParams,
  response: { 200: decisionPage, ...problems('CaseNotFound', 'UnknownApproval') },
};

/** The page of a decision. */
export function decisionRoutes(api: Api, parts: ApiParts): void {
  const config = { access: READERS };
  api.get('/cases/:caseId/decisions/:approvalId', { schema: showing, config }, async (request) => {
    const { caseId, approvalId } = request.params;
    const { state } = await seeCase(parts.store, identityOf(request), caseId);
    return decisionPageOf(parts, state, approvalId, actorsOf(request));
  });
}
