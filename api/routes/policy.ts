import { problems } from '../../contract/answers.js';
import { caseParams } from '../../contract/basics.js';
import { comparedPolicy, comparePolicyBody } from '../../contract/policy.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import { differenceWords } from '../../presentation/plan/differenceWords.js';
import type { Api } from '../api.js';
import { identityOf } from '../auth.js';
import type { ApiParts } from '../parts.js';
import { migrationOf } from '../policyMigration.js';
import { seeCase } from '../visibility.js';

const comparing = {
  operationId: 'ComparePolicy',
  tags: ['cases'],
  summary: 'Tell what another policy would change in a running case; nothing is kept',
  description: 'The body is the policy as YAML, or JSON with the text in `policy`.',
  consumes: ['application/yaml', 'application/json'],
  params: caseParams,
  body: comparePolicyBody,
  response: { 200: comparedPolicy, ...problems('CaseNotFound', 'PayloadTooLarge') },
};

/** What another policy would come to for a case. */
export function policyRoutes(api: Api, { store, policy }: ApiParts): void {
  const config = { access: CLIENT_ROLES, reads: true as const };
  api.post('/cases/:caseId/policy/difference', { schema: comparing, config }, async (request) => {
    const { state } = await seeCase(store, identityOf(request), request.params.caseId);
    const text = typeof request.body === 'string' ? request.body : request.body.policy;
    const { difference, ...migration } = migrationOf(policy, state, text);
    return { ...migration, difference: differenceWords(difference) };
  });
}
