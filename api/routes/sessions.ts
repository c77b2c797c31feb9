import { z } from 'zod';
import { problems } from '../../contract/answers.js';
import { session, sessionList, sessionParams, signedOut } from '../../contract/session.js';
import type { Api } from '../api.js';
import { EVERYBODY, sessionOf } from '../auth.js';
import type { ApiParts } from '../parts.js';
import { Problem } from '../problems.js';
import { cookiesOf } from '../signIn/cookies.js';
import type { OpenId } from '../signIn/openId.js';
import { sessionTimes } from '../signIn/parts.js';
import { viewSession } from '../signIn/viewSession.js';

const looking = {
  operationId: 'ReadSession',
  tags: ['sign-in'],
  summary: 'Who is signed in with this browser, as what, and until when',
  response: { 200: session, ...problems() },
};

const leaving = {
  operationId: 'SignOut',
  tags: ['sign-in'],
  summary: 'Sign out with this browser',
  response: { 200: signedOut, ...problems() },
};

const listing = {
  operationId: 'ListSessions',
  tags: ['sign-in'],
  summary: 'One’s own open sessions',
  response: { 200: sessionList, ...problems() },
};

const ending = {
  operationId: 'EndSession',
  tags: ['sign-in'],
  summary: 'End one of one’s own sessions',
  params: sessionParams,
  response: { 204: z.null(), ...problems('NotFound') },
};

/** The session of a browser, and all of one's own. */
export const sessionRoutes =
  (openId: OpenId | undefined) =>
  (api: Api, parts: ApiParts): void => {
    const { store, clock, config } = parts;
    const cookies = cookiesOf(config.baseUrl);
    const { idleMs } = sessionTimes(config.signIn);
    const everybody = { access: EVERYBODY };
    api.get('/session', { schema: looking, config: everybody }, (request) =>
      viewSession(parts, sessionOf(request), request),
    );

    api.delete('/session', { schema: leaving, config: everybody }, async (request, reply) => {
      const { sessionId, personId, side } = sessionOf(request);
      await store.sessions.end(sessionId, personId, 'themselves');
      cookies.session.clear(reply);
      // Signed out here in any case; the provider is another matter.
      const there = side === 'client' ? await openId?.endUrl().catch(() => undefined) : undefined;
      return there === undefined ? {} : { endAtProvider: there.href };
    });

    api.get('/sessions', { schema: listing, config: everybody }, async (request) => {
      const { sessionId, personId } = sessionOf(request);
      const rows = await store.sessions.list(personId, { now: clock(), idleMs });
      return { rows: rows.map((row) => ({ ...row, current: row.sessionId === sessionId })) };
    });

    api.delete('/sessions/:sessionId', { schema: ending, config: everybody }, async (request, reply) => {
      const { sessionId: own, personId } = sessionOf(request);
      const { sessionId } = request.params;
      const how = sessionId === own ? 'themselves' : 'another-session';
      if (!(await store.sessions.end(sessionId, personId, how))) throw new Problem('NotFound', 'Session not found.');
      if (sessionId === own) cookies.session.clear(reply);
      return reply.code(204).send(null);
    });
  };
