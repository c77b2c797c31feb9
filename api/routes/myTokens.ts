import { z } from 'zod';
import { problems } from '../../contract/answers.js';
import { madeToken, makeTokenBody, myTokenParams, myTokens } from '../../contract/myTokens.js';
import type { Api } from '../api.js';
import { EVERYBODY, identityOf, sessionOf } from '../auth.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { sessionTimes } from '../signIn/parts.js';
import { makeToken, viewToken } from '../signIn/personalTokens.js';

const making = {
  operationId: 'MakeMyToken',
  tags: ['sign-in'],
  summary: 'Make a token for yourself, from a browser in which you have just signed in; it is shown once',
  body: makeTokenBody,
  response: { 201: madeToken, ...problems('TooManyTokens') },
};

const listing = {
  operationId: 'ListMyTokens',
  tags: ['sign-in'],
  summary: 'One’s own tokens that still work, with their last use',
  response: { 200: myTokens, ...problems() },
};

const ending = {
  operationId: 'EndMyToken',
  tags: ['sign-in'],
  summary: 'End one of one’s own tokens, at once; a personal token ends itself alone',
  params: myTokenParams,
  response: { 204: z.null(), ...problems('NotFound') },
};

/** The tokens that somebody makes for themselves. */
export function myTokenRoutes(api: Api, parts: ApiParts): void {
  const { store, clock, config } = parts;
  const everybody = { access: EVERYBODY };
  api.post('/my-tokens', { schema: making, config: { ...everybody, signedInLately: true } }, async (request, reply) =>
    reply.code(201).send(await makeToken(parts, sessionOf(request), request.body)),
  );

  api.get('/my-tokens', { schema: listing, config: everybody }, async (request) => {
    const rows = await store.personalTokens.list(sessionOf(request).personId, clock());
    return { rows: rows.map(viewToken), daysMax: sessionTimes(config.signIn).tokenDays };
  });

  // Whoever has a token may do away with it: that is how a command line signs out.
  api.delete(
    '/my-tokens/:tokenId',
    { schema: ending, config: { ...everybody, reads: true } },
    async (request, reply) => {
      const { tokenId } = request.params;
      const identity = identityOf(request);
      const isOwn = !('tokenId' in identity) || identity.tokenId === tokenId;
      if (!isOwn || !(await store.personalTokens.end(tokenId, identity.personId)))
        throw new Problem('NotFound', 'Token not found.');
      return reply.code(204).send(null);
    },
  );
}
