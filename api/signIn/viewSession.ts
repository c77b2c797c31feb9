import type { FastifyRequest } from 'fastify';
import type { SessionView } from '../../contract/session.js';
import { earliest, plusMs } from '../../domain/time.js';
import { ERASED_NAME } from '../../store/people.js';
import type { Session } from '../../store/signInContract.js';
import type { OpenSession } from '../auth.js';
import type { ApiParts } from '../parts.js';
import { caseOf, rolesIn } from './acting.js';
import { csrfOf } from './csrf.js';
import { sessionTimes } from './parts.js';

/** A session as its person sees it. */
export async function viewSession(
  { store, config }: Pick<ApiParts, 'store' | 'config'>,
  session: OpenSession,
  request: FastifyRequest,
): Promise<SessionView> {
  const { sessionId, personId, side, signedInAt, endsAt, seenAt, secret } = session;
  const caseId = caseOf(session, request);
  const person = await store.people.find(personId, caseId);
  const known = person === undefined || person === 'erased' ? undefined : person;
  return {
    ...{ sessionId, side, signedInAt, endsAt, csrf: csrfOf(secret) },
    person: { id: personId, name: known?.name ?? ERASED_NAME },
    roles: rolesIn(session, caseId),
    ...(caseId !== undefined && { caseId, cases: await casesOf(store, session) }),
    ...(known?.timeZone !== undefined && { zone: known.timeZone }),
    idleEndsAt: earliest([endsAt, plusMs(seenAt, sessionTimes(config.signIn).idleMs)]) ?? endsAt,
  };
}

async function casesOf(store: ApiParts['store'], session: Session) {
  const caseIds = [...new Set(session.grants.flatMap(({ caseId }) => caseId ?? []))];
  return await Promise.all(
    caseIds.map(async (caseId) => {
      const found = await store.cases.get(caseId);
      return { caseId, title: found?.state.intake.title ?? caseId, roles: rolesIn(session, caseId) };
    }),
  );
}
