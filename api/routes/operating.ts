import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { problems } from '../../contract/answers.js';
import { caseParams } from '../../contract/basics.js';
import { recoveredCase, recoverQuery } from '../../contract/cases.js';
import { signedOutEverywhere, signOutBody } from '../../contract/session.js';
import {
  claimBody,
  claimedToken,
  issuedToken,
  issueTokenBody,
  tokenList,
  tokenParams,
  tokensQuery,
} from '../../contract/tokens.js';
import type { Actor } from '../../domain/case/roles.js';
import type { Api } from '../api.js';
import { AUDITORS, identityOf, OPERATOR } from '../auth.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { within } from '../signIn/limits.js';
import { claimToken, issueToken, knownPerson, tokensOf } from '../tokens.js';

const issuing = {
  operationId: 'IssueToken',
  tags: ['operating'],
  summary:
    'Issue a token for a role: to a person by address, or to whom a case names under the role; its person claims it with the code of a letter',
  body: issueTokenBody,
  response: { 201: issuedToken, ...problems('CaseNotFound', 'UnknownPerson', 'PersonNotInState') },
};

const claiming = {
  operationId: 'ClaimToken',
  tags: ['operating'],
  security: [],
  summary: 'Claim a token with the code of a letter; it is shown once',
  body: claimBody,
  response: { 200: claimedToken, ...problems() },
};

const listing = {
  operationId: 'ListTokens',
  tags: ['operating'],
  summary: 'The tokens of a person: for which role and case, who issued each, until when',
  querystring: tokensQuery,
  response: { 200: tokenList, ...problems('UnknownPerson') },
};

const revoking = {
  operationId: 'RevokeToken',
  tags: ['operating'],
  summary: 'Revoke a token, at once',
  params: tokenParams,
  response: { 204: z.null(), ...problems('NotFound') },
};

const signingOut = {
  operationId: 'SignOutPerson',
  tags: ['operating'],
  summary: 'Sign a person out of every browser, at once; their account at the provider is asked by address who it is',
  body: signOutBody,
  response: { 200: signedOutEverywhere, ...problems('UnknownPerson') },
};

const recovering = {
  operationId: 'RecoverCase',
  tags: ['operating'],
  summary: 'Start a fresh run of a case from its ledger',
  params: caseParams,
  querystring: recoverQuery,
  response: { 200: recoveredCase, ...problems('CaseNotFound', 'TemporalUnavailable') },
};

const actorOf = (request: FastifyRequest): Actor => {
  const { personId, role } = identityOf(request);
  return { personId, role };
};

/** Codes that are none, per minute and address, above which an address is asked to wait. */
const WRONG_CODES_PER_MINUTE = 10;

const NO_CODE =
  'This code cannot be used: it is unknown, was used already, or is too old. Ask whoever runs Drawbridge for a new token.';

/** Where a person claims the token that was issued for them. */
function claimRoute(api: Api, parts: ApiParts): void {
  const wrong = api.createRateLimit({
    max: WRONG_CODES_PER_MINUTE,
    timeWindow: 60_000,
    keyGenerator: ({ ip }) => `claim:${ip}`,
  });
  api.post('/tokens/claim', { schema: claiming, config: { access: 'public' } }, async (request) => {
    const claimed = await claimToken(parts, request.body.code);
    if (claimed !== undefined) return claimed;
    await within(wrong, request);
    throw new Problem('Unauthenticated', NO_CODE);
  });
}

/** What an operator does: tokens and recovery. */
export function operatorRoutes(api: Api, parts: ApiParts): void {
  const config = { access: OPERATOR };
  claimRoute(api, parts);
  api.post('/tokens', { schema: issuing, config: { ...config, signedInLately: true } }, async (request, reply) => {
    const issued = await issueToken(parts, request.body, actorOf(request));
    return reply.code(201).send(issued);
  });

  api.get('/tokens', { schema: listing, config: { access: AUDITORS } }, async (request) => {
    // A token for one case tells nothing of who else may act.
    if (identityOf(request).caseId !== undefined) throw new Problem('Forbidden');
    return await tokensOf(parts, request.query.person);
  });

  api.delete('/tokens/:tokenId', { schema: revoking, config }, async (request, reply) => {
    if (!(await parts.store.tokens.revoke(request.params.tokenId, actorOf(request))))
      throw new Problem('NotFound', 'Token not found.');
    return reply.code(204).send(null);
  });

  api.post('/sign-out', { schema: signingOut, config }, async (request) =>
    parts.store.sessions.endAll(await knownPerson(parts, request.body.person), actorOf(request)),
  );

  api.post('/cases/:caseId/recover', { schema: recovering, config }, async (request) => {
    const { caseId } = request.params;
    const rows = await parts.store.ledger.readEntries(caseId, { afterSeq: 0, limit: 1 });
    if (rows.length === 0) throw new Problem('CaseNotFound');
    const by = identityOf(request).personId;
    await parts.client.recover(caseId, { force: request.query.force === 'true', by });
    return { caseId, recovered: true as const };
  });
}
