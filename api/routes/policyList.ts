import { problems } from '../../contract/answers.js';
import { writeHeaders } from '../../contract/headers.js';
import {
  delistPolicyBody,
  listedPolicyParams,
  listPolicyBody,
  policyList,
  policyListed,
} from '../../contract/policyList.js';
import type { Plan } from '../../domain/case/plan.js';
import { CLIENT_ROLES } from '../../domain/case/roles.js';
import type { CustodyRow } from '../../store/custodyContract.js';
import type { Api } from '../api.js';
import { identityOf, OPERATOR } from '../auth.js';
import { commandIdOf } from '../idempotency.js';
import { personIdsIn, withNamesOf } from '../names.js';
import type { ApiParts } from '../parts.js';
import { fileProblem } from '../problems.js';

const reading = {
  operationId: 'ReadPolicyList',
  tags: ['operating'],
  summary: 'The policies that cases may be opened under: the installation’s own and the operator’s list',
  response: { 200: policyList, ...problems() },
};

const listing = {
  operationId: 'ListPolicy',
  tags: ['operating'],
  summary: 'Put a policy on the list: cases may be opened under it',
  headers: writeHeaders,
  body: listPolicyBody,
  response: { 200: policyListed, ...problems('DuplicateId', 'CommandIdReused', 'PayloadTooLarge') },
};

const delisting = {
  operationId: 'DelistPolicy',
  tags: ['operating'],
  summary: 'Take a policy off the list: no case is opened under it any more, and open cases show that it was taken off',
  params: listedPolicyParams,
  headers: writeHeaders,
  body: delistPolicyBody,
  response: { 200: policyListed, ...problems('UnknownPolicy', 'CommandIdReused') },
};

const answerOf = (policy: Plan['policy'], { seq, hash, at }: Pick<CustodyRow, 'seq' | 'hash' | 'at'>) => ({
  policy,
  receipt: { seq, hash, at },
});

/** The operator's list of policies. */
export function policyListRoutes(api: Api, { store, policy: reader, clock }: ApiParts): void {
  api.get('/policies', { schema: reading, config: { access: [...CLIENT_ROLES, 'operator'] } }, async () => {
    const rows = await store.custody.policies();
    return withNamesOf(store, personIdsIn(rows), { own: reader.own, rows });
  });

  api.post(
    '/policies',
    { schema: listing, config: { access: OPERATOR, signedInLately: true } },
    async (request, reply) => {
      const { personId, role } = identityOf(request);
      const { policy: text, reason } = request.body;
      const checked = reader.check(text);
      if (!checked.ok) throw fileProblem('The policy file,', checked.faults);
      const act = { actor: { personId, role }, at: clock(), commandId: commandIdOf(request, reply) };
      return answerOf(checked.policy, await store.custody.listPolicy(act, { policy: checked.policy, reason }));
    },
  );

  api.post('/policies/:hash/delist', { schema: delisting, config: { access: OPERATOR } }, async (request, reply) => {
    const { personId, role } = identityOf(request);
    const act = { actor: { personId, role }, at: clock(), commandId: commandIdOf(request, reply) };
    const { hash } = request.params;
    const entry = await store.custody.delistPolicy(act, { hash, ...request.body });
    return answerOf(entry.fact.type === 'PolicyDelisted' ? entry.fact.policy : reader.own, entry);
  });
}
