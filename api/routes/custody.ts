import { problems } from '../../contract/answers.js';
import { caseParams } from '../../contract/basics.js';
import {
  custodyLog,
  custodyQuery,
  heldCase,
  placeHoldBody,
  releaseHoldBody,
  retentionPage,
  retentionQuery,
} from '../../contract/custody.js';
import { writeHeaders } from '../../contract/headers.js';
import type { Api } from '../api.js';
import { AUDITORS, identityOf } from '../auth.js';
import { commandIdOf } from '../idempotency.js';
import { personIdsIn, withNamesOf } from '../names.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { seeCase } from '../visibility.js';

const answers = {
  200: heldCase,
  ...problems('CaseNotFound', 'UnknownHold', 'CommandIdReused'),
};

const placing = {
  operationId: 'PlaceLegalHold',
  tags: ['audit'],
  summary: 'Place a legal hold on a case, open or closed',
  params: caseParams,
  headers: writeHeaders,
  body: placeHoldBody,
  response: answers,
};

const releasing = {
  operationId: 'ReleaseLegalHold',
  tags: ['audit'],
  summary: 'Release a legal hold of a case',
  params: caseParams,
  headers: writeHeaders,
  body: releaseHoldBody,
  response: answers,
};

const retaining = {
  operationId: 'ListRetention',
  tags: ['audit'],
  summary:
    'Closed cases and cases under a hold: until when each is kept, what is due for deletion, and what is held and why',
  querystring: retentionQuery,
  response: { 200: retentionPage, ...problems() },
};

const logging = {
  operationId: 'ReadCustody',
  tags: ['audit'],
  summary: 'The log of holds, erasures, tokens and listed policies, oldest first, and whether its chain holds',
  querystring: custodyQuery,
  response: { 200: custodyLog, ...problems() },
};

/** Legal holds, retention and the log of both. */
export function custodyRoutes(api: Api, { store, clock }: ApiParts): void {
  const compliance = { access: ['compliance'] as const };
  api.post('/cases/:caseId/holds', { schema: placing, config: compliance }, async (request, reply) => {
    const identity = identityOf(request);
    const { caseId } = request.params;
    await seeCase(store, identity, caseId);
    const actor = { personId: identity.personId, role: identity.role };
    const act = { actor, at: clock(), commandId: commandIdOf(request, reply) };
    const { seq, hash, at } = await store.custody.placeHold(act, { caseId, reason: request.body.reason });
    return { hold: `hold-${seq}`, receipt: { seq, hash, at } };
  });

  api.post(
    '/cases/:caseId/holds/release',
    { schema: releasing, config: { ...compliance, signedInLately: true } },
    async (request, reply) => {
      const identity = identityOf(request);
      const { caseId } = request.params;
      await seeCase(store, identity, caseId);
      const actor = { personId: identity.personId, role: identity.role };
      const act = { actor, at: clock(), commandId: commandIdOf(request, reply) };
      const { seq, hash, at, fact } = await store.custody.releaseHold(act, { caseId, ...request.body });
      return { hold: fact.type === 'LegalHoldReleased' ? fact.hold : '', receipt: { seq, hash, at } };
    },
  );

  api.get('/retention', { schema: retaining, config: { access: AUDITORS } }, async (request) => {
    const { caseId } = identityOf(request);
    const only = caseId === undefined ? undefined : [caseId];
    const { rows, nextCursor } = await store.custody.keptCases({ ...request.query, only });
    const holds = await store.custody.holds(rows.map((row) => row.caseId));
    const now = clock();
    const told = rows.map((row) => {
      const its = holds.filter((one) => one.caseId === row.caseId);
      return { ...row, holds: its, due: row.keptUntil !== undefined && row.keptUntil <= now && its.length === 0 };
    });
    return withNamesOf(store, personIdsIn(told), { rows: told, nextCursor });
  });

  api.get('/custody', { schema: logging, config: { access: AUDITORS } }, async (request) => {
    if (identityOf(request).caseId !== undefined) throw new Problem('Forbidden');
    const [rows, chain] = await Promise.all([store.custody.log(request.query), store.custody.verify()]);
    // What somebody typed into a reason tells nobody's name.
    const ids = rows.map(({ actor, fact }) => [actor.personId, 'person' in fact ? fact.person : '']);
    return withNamesOf(store, personIdsIn(ids), { rows, chain });
  });
}
