import type { FastifyRequest } from 'fastify';
import { sideOf } from '../../domain/case/roles.js';
import type { Actors } from '../../presentation/console/actors.js';
import { identityOf } from '../auth.js';
import { rolesIn } from '../signIn/acting.js';

/** Whoever sent the request, in every role in which they may act: that of the token or of the header, or all of the session. */
export function actorsOf(request: FastifyRequest): Actors {
  const { personId, role, caseId } = identityOf(request);
  const { session, headers } = request;
  const held = session === null || headers['drawbridge-role'] !== undefined ? [] : rolesIn(session, caseId);
  const others = held.filter((one) => one !== role && sideOf(one) === sideOf(role));
  return [{ personId, role }, ...others.map((one) => ({ personId, role: one }))];
}
